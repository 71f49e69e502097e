using System.IO.Compression;

namespace Merlon.Analysis.Tests.Manifests.Rpm;

/// <summary>Over a database that RPM 4.18 wrote: 42 packages made for this, installed with <c>rpm --justdb</c>, one of them with a header of many pages.</summary>
public sealed class RpmTests
{
    static byte[] Database()
    {
        using var packed = new GZipStream(File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Manifests/Rpm/rpmdb.sqlite.gz")), CompressionMode.Decompress);
        using var memory = new MemoryStream();
        packed.CopyTo(memory);
        return memory.ToArray();
    }

    [Fact]
    public async Task Database_GivesWhatRpmItselfLists()
    {
        using var tree = new ManifestTree(("etc/os-release", "ID=\"rhel\"\nVERSION_ID=\"9.4\"\n"));
        tree.Folder.Write("var/lib/rpm/rpmdb.sqlite", Database());

        var packages = await tree.Packages();

        packages.Length.ShouldBe(42);
        packages[0].ShouldBe("pkg:rpm/redhat/acme-lib@1.2.3-4.el9?arch=noarch&distro=rhel-9.4&epoch=2&upstream=acme-tools-1.2.3-4.el9.src.rpm runtime (LGPL-2.1-or-later)");
        packages.ShouldContain("pkg:rpm/redhat/acme-tools@1.2.3-4.el9?arch=noarch&distro=rhel-9.4&upstream=acme-tools-1.2.3-4.el9.src.rpm runtime (MIT AND Apache-2.0)");
        packages.Count(p => p.Contains("/acme-tools-part", StringComparison.Ordinal) && p.EndsWith(" (GPL-2.0-or-later)", StringComparison.Ordinal)).ShouldBe(40);
        (await tree.Notes()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("cut behind its first pages", 9000, -1)]
    [InlineData("no table's page", 4096, 0xFF)]
    [InlineData("a page that is its own child", 100, 5)]
    public async Task Database_ThatIsDamaged_LeavesANote(string name, int at, int value)
    {
        var bytes = Database();
        if (value < 0) bytes = bytes[..at];
        else Array.Fill(bytes, (byte)value, at, 4096);
        using var tree = new ManifestTree();
        tree.Folder.Write("var/lib/rpm/rpmdb.sqlite", bytes);

        (await tree.Packages()).ShouldBeEmpty(name);
        (await tree.Notes()).ShouldHaveSingleItem(name).ShouldStartWith("var/lib/rpm/rpmdb.sqlite: The file was not read:");
    }

    [Fact]
    public async Task Database_WithAnyByteChanged_NeverFailsTheScan()
    {
        var (bytes, random) = (Database(), new Random(7));
        using var tree = new ManifestTree();
        for (var round = 0; round < 60; round++)
        {
            var changed = (byte[])bytes.Clone();
            for (var n = 0; n < 40; n++) changed[random.Next(changed.Length)] = (byte)random.Next(256);
            tree.Folder.Write("var/lib/rpm/rpmdb.sqlite", changed);
            (await tree.Results()).OfType<ScanStatistics>().ShouldHaveSingleItem();
        }
    }

    [Fact]
    public async Task DatabaseInBerkeleyDb_IsNotReadAndSaysSo()
    {
        using var tree = new ManifestTree(("var/lib/rpm/Packages", "\0\0\0\0\0\0\0\0\0\0\0\0a\u0015\u0006\0"));

        (await tree.Packages()).ShouldBeEmpty();
        (await tree.Notes()).ShouldHaveSingleItem().ShouldContain("not supported");
    }
}

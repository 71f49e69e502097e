using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Merlon.Nodes.Snapshots;

namespace Merlon.SnapshotBench;

/// <summary>
/// A machine as it might be: nine files to one package, with real-looking paths and digests that do not compress.
/// The same seed gives the same machine; one item in so many differs between generations, spread over all of it (none for 0).
/// </summary>
static class MadeUpMachine
{
    public static IEnumerable<SnapshotItem> Items(int count, int generation, int changedOneIn = 100)
    {
        var packages = count / 10;
        return Enumerable.Range(0, count - packages).Select(n => File(n, Version(n, generation, changedOneIn)))
            .Concat(Enumerable.Range(0, packages).Select(n => Package(n, Version(n, generation, changedOneIn))))
            .OrderBy(item => item.Path);
    }

    static int Version(int number, int generation, int changedOneIn) => changedOneIn > 0 && number % changedOneIn == 0 ? generation : 0;

    static SnapshotItem File(int number, int version) => new(
        ItemPath.Of("files", "linux", string.Create(CultureInfo.InvariantCulture, $"/usr/share/vendor{number % 83}/component-{number % 1999}/resources/part{number}.conf")),
        ItemAttributes.Of(
            ("checksum", Digest($"file {number} {version}")),
            ("group", "root"),
            ("mode", "0644"),
            ("owner", "root"),
            ("size", (number * 37 % 100_000).ToString(CultureInfo.InvariantCulture)),
            ("type", "file")));

    static SnapshotItem Package(int number, int version) => new(
        ItemPath.Of("packages", "apt", $"lib{Digest($"name {number}")[..9]}-dev"),
        ItemAttributes.Of(
            ("architecture", "amd64"),
            ("purl", $"pkg:deb/debian/lib{number}@1.{number % 17}.{version}-2?arch=amd64&distro=debian-12"),
            ("source", $"source{number / 3}"),
            ("version", $"1.{number % 17}.{version}-2")));

    static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

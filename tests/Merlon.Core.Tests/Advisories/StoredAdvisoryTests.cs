using System.IO.Compression;
using System.Text.Json;
using Merlon.Core.Advisories;
using Merlon.Packages.Advisories;

namespace Merlon.Core.Tests.Advisories;

public sealed class StoredAdvisoryTests
{
    [Theory]
    [InlineData("small, kept as it is", 0, 10)]
    [InlineData("large, compressed", 500, 8_000)]
    [InlineData("nothing to say", 0, 0)]
    public void Advisory_OfAnySize_IsReadAsItWasPacked(string what, int versions, int details)
    {
        var advisory = Advisory(versions, new('d', details));

        var read = Stored(StoredAdvisory.Pack(advisory)).Read(withDetails: true);

        read.Id.ShouldBe(advisory.Id, what);
        read.Details.ShouldBe(advisory.Details, what);
        read.Affected.ShouldHaveSingleItem().Versions.ShouldBe(advisory.Affected[0].Versions, what);
    }

    [Fact]
    public void SmallAdvisory_KeptCompressedByAnEarlierRelease_IsRead()
    {
        var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true)) JsonSerializer.Serialize(deflate, Advisory(1, ""), AdvisoryForm.Type);

        Stored((packed.ToArray(), [])).Read().Affected[0].Versions.ShouldBe(["1.0.0"]);
    }

    static Advisory Advisory(int versions, string details) => new()
    {
        Id = "GEN-1",
        Details = details,
        Affected = [new() { Ecosystem = "npm", Name = "heron", Versions = [.. Enumerable.Range(0, versions).Select(n => $"1.{n}.0")] }],
    };

    static StoredAdvisory Stored((byte[] Document, byte[] Details) packed) =>
        new() { Key = 1, Id = "GEN-1", Modified = default, Withdrawn = false, Summary = "", Document = packed.Document, Details = packed.Details };
}

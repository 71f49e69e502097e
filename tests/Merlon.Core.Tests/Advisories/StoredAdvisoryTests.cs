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

    [Theory]
    [InlineData("small, kept as it is", 3)]
    [InlineData("large, compressed", 500)]
    public void Advisory_ReadForMatching_IsAsItWasButForWhatMatchingDoesNotAsk(string what, int versions)
    {
        var advisory = Advisory(versions, "details") with
        {
            Summary = "A \"quoted\" wäggler\tbreaks",
            Aliases = ["CVE-2024-1", "PYSEC-1"],
            Modified = new(2025, 2, 3, 4, 5, 6, TimeSpan.Zero),
            Withdrawn = new(2025, 3, 4, 5, 6, 7, TimeSpan.Zero),
            Severities = [new("CVSS_V3", "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H")],
            DatabaseSeverity = "HIGH",
            Affected =
            [
                .. Advisory(versions, "").Affected,
                new()
                {
                    Ecosystem = "Debian:12", Name = "héron\\", DatabaseSeverity = "low", Severities = [new("Ubuntu", "medium")],
                    Ranges = [new(RangeType.Git, [new(RangeEventKind.Introduced, "0")]), new(RangeType.Ecosystem, [new(RangeEventKind.Introduced, "1:2"), new(RangeEventKind.Fixed, "1:3-1~deb12u1")])],
                },
            ],
        };
        var full = advisory with { Published = DateTimeOffset.UnixEpoch, Upstream = ["CVE-2024-2"], References = [new("WEB", "https://example.com/a")], Cwes = ["CWE-79"] };

        var read = StoredAdvisory.ReadForMatching(StoredAdvisory.Pack(full).Document, new());

        JsonSerializer.Serialize(read, AdvisoryForm.Type).ShouldBe(JsonSerializer.Serialize(advisory with { Details = "" }, AdvisoryForm.Type), what);
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

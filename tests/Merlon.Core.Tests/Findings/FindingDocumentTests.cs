using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Merlon.Analysis;
using Merlon.Core.Findings;
using Shouldly;
using Xunit;
using FindingTag = Merlon.Analysis.FindingTag;

namespace Merlon.Core.Tests.Findings;

public class FindingDocumentTests
{
    [Fact]
    public void Document_WithEverything_IsReadAsItWasWritten()
    {
        var document = new FindingDocument
        {
            Description = "Line one\nline \"two\" – ümlaut",
            Column = 7,
            Confidence = FindingConfidence.Low,
            Flow = [new("a.java", 1, "x", "int", "int x = 1;", "A.m()"), new("a.java", 2, "y", null, "int y = x;", "A.m()"), new("b.java", 3, "y")],
            Tags = [new FindingTag("cve", "CVE-2021-44228"), new FindingTag("package_url", "pkg:npm/%40a/b@1")],
            Facts = ImmutableSortedDictionary<string, string>.Empty.Add("fix", "1.2.3").Add("path", "x"),
        };

        var read = FindingDocument.Parse(Written(document));

        read.Flow.ShouldBe(document.Flow);
        read.Tags.ShouldBe(document.Tags);
        read.Facts.ShouldBe(document.Facts);
        (read.Description, read.Column, read.Confidence).ShouldBe((document.Description, document.Column, document.Confidence));
        Written(read).ShouldBe(Written(document));
    }

    [Fact]
    public void Document_WithNothing_IsReadAsItWasWritten() => Written(FindingDocument.Parse(Written(new FindingDocument()))).ShouldBe(Written(new FindingDocument()));

    [Fact]
    public void Document_WithFieldsOfALaterVersion_IsReadWithoutThem() =>
        FindingDocument.Parse("""{"later":{"a":[1]},"flow":[{"path":"p","line":1,"symbol":"s","later":[{}]}],"tags":[{"key":"k","later":1,"value":"v"}]}"""u8).Flow.ShouldBe([new FlowStep("p", 1, "s")]);

    private static byte[] Written(FindingDocument document)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(bytes);
        document.Write(json);
        json.Flush();
        return bytes.WrittenSpan.ToArray();
    }
}

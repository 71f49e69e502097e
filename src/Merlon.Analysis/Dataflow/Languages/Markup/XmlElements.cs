using System.Text;
using System.Xml;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.Markup;

/// <summary>An element of a settings file.</summary>
/// <param name="Name">In lower case, without the prefix of its namespace.</param>
/// <param name="Attributes">By their names in any case, without prefixes.</param>
/// <param name="Text">What stands between its tags before the next tag, trimmed.</param>
/// <param name="Span">Its opening tag.</param>
sealed record XmlElement(string Name, IReadOnlyDictionary<string, string> Attributes, string Text, Span Span)
{
    /// <summary>Whether an attribute is there and has this value, in any case.</summary>
    public bool Has(string attribute, string value) => Attributes.TryGetValue(attribute, out var found) && found.Trim().Equals(value, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Reads the elements of settings files in XML, in order. What stands before the first error in a file that is no proper XML counts.</summary>
static class XmlElements
{
    static readonly XmlReaderSettings Reading = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, ConformanceLevel = ConformanceLevel.Fragment };

    /// <summary>The file is read as Latin-1, so that places count bytes.</summary>
    public static IReadOnlyList<XmlElement> Read(SourceFile file)
    {
        var text = Encoding.Latin1.GetString(file.Text.Span);
        var elements = new List<XmlElement>();
        try
        {
            Read(file, text, LineStarts(text), elements);
        }
        catch (XmlException)
        {
            // What a server could not load either.
        }
        return elements;
    }

    static void Read(SourceFile file, string text, List<int> lineStarts, List<XmlElement> elements)
    {
        using var reader = XmlReader.Create(new StringReader(text.StartsWith("\u00EF\u00BB\u00BF", StringComparison.Ordinal) ? "   " + text[3..] : text), Reading);
        while (reader.Read())
            if (reader.NodeType == XmlNodeType.Element)
                elements.Add(new XmlElement(reader.LocalName.ToLowerInvariant(), Attributes(reader), "", Place(file, text, lineStarts, (IXmlLineInfo)reader)));
            else if (reader.NodeType == XmlNodeType.Text && elements is [.., { Text: "" } last])
                elements[^1] = last with { Text = reader.Value.Trim() };
    }

    static Dictionary<string, string> Attributes(XmlReader reader)
    {
        var attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (reader.MoveToNextAttribute()) attributes[reader.LocalName] = reader.Value;
        reader.MoveToElement();
        return attributes;
    }

    /// <summary>From the sign before the name to the first that may end the tag.</summary>
    static Span Place(SourceFile file, string text, List<int> lineStarts, IXmlLineInfo info)
    {
        var start = lineStarts[info.LineNumber - 1] + info.LinePosition - 2;
        var end = text.IndexOf('>', start);
        return new Span(file, start, end < 0 ? text.Length : end + 1);
    }

    static List<int> LineStarts(string text)
    {
        List<int> starts = [0];
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '\n' || text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')) starts.Add(i + 1);
        return starts;
    }
}

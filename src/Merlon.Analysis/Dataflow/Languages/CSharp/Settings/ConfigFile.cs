using System.Text;
using System.Xml;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Settings;

/// <summary>Reads <c>web.config</c> and its like. What stands before the first error in a file that is no proper XML counts.</summary>
sealed class ConfigFile
{
    static readonly XmlReaderSettings Reading = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, ConformanceLevel = ConformanceLevel.Fragment };

    readonly SourceFile file;
    readonly string text;
    readonly List<int> lineStarts = [0];
    readonly List<Construct> seen = [];

    /// <summary>The file is read as Latin-1, so that places count bytes.</summary>
    ConfigFile(SourceFile file)
    {
        (this.file, text) = (file, Encoding.Latin1.GetString(file.Text.Span));
        for (var i = 0; i < text.Length; i++)
            if (text[i] == '\n' || text[i] == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')) lineStarts.Add(i + 1);
    }

    public static IReadOnlyList<Construct> Read(SourceFile file)
    {
        var config = new ConfigFile(file);
        try
        {
            config.ReadElements();
        }
        catch (XmlException)
        {
            // What a server could not load either.
        }
        return config.seen;
    }

    void ReadElements()
    {
        using var reader = XmlReader.Create(new StringReader(text.StartsWith("\u00EF\u00BB\u00BF", StringComparison.Ordinal) ? "   " + text[3..] : text), Reading);
        while (reader.Read())
            if (reader.NodeType == XmlNodeType.Element && Opened(reader.LocalName.ToLowerInvariant(), Attributes(reader)) is { } name) seen.Add(new Construct(name, Place((IXmlLineInfo)reader)));
    }

    /// <summary>From the sign before the name to the first that may end the tag.</summary>
    Span Place(IXmlLineInfo info)
    {
        var start = lineStarts[info.LineNumber - 1] + info.LinePosition - 2;
        var end = text.IndexOf('>', start);
        return new Span(file, start, end < 0 ? text.Length : end + 1);
    }

    static Dictionary<string, string> Attributes(XmlReader reader)
    {
        var attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (reader.MoveToNextAttribute()) attributes[reader.LocalName] = reader.Value;
        reader.MoveToElement();
        return attributes;
    }

    static string? Opened(string element, Dictionary<string, string> attributes)
    {
        bool Has(string name, string value) => SecretSetting.Is(attributes.GetValueOrDefault(name), value);
        return element switch
        {
            "compilation" when Has("debug", "true") => "debug-compilation",
            "customerrors" when Has("mode", "off") => "errors-shown-to-all",
            "httperrors" when Has("errorMode", "detailed") => "errors-shown-to-all",
            "trace" when Has("enabled", "true") && Has("localOnly", "false") => "trace-shown-to-all",
            "pages" when Has("validateRequest", "false") => "request-validation-off",
            "pages" when Has("enableViewStateMac", "false") => "page-state-unsigned",
            "httpruntime" when Has("requestValidationMode", "0.0") => "request-validation-off",
            "httpcookies" when !Has("requireSSL", "true") => "cookies-without-encryption",
            "httpcookies" when !Has("httpOnlyCookies", "true") => "cookies-readable-by-script",
            "forms" when Has("requireSSL", "false") => "cookies-without-encryption",
            "sessionstate" when Has("cookieless", "true") || Has("cookieless", "UseUri") => "session-in-address",
            "add" when attributes.GetValueOrDefault("connectionString") is { } connection && SecretSetting.HasPassword(connection) => SecretSetting.Construct,
            "add" when SecretSetting.IsOne(attributes.GetValueOrDefault("key"), attributes.GetValueOrDefault("value")) => SecretSetting.Construct,
            _ => null,
        };
    }
}

using Merlon.Analysis.Dataflow.Languages.Markup;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.Java.Settings;

/// <summary>
/// Settings beside Java code that offer to others what is closed by default: in <c>web.xml</c>, in the manifest of an application of Android,
/// and in the paths of its file providers. Each file becomes a type without members whose constructs rules name.
/// </summary>
static class JavaSettings
{
    /// <summary>Whether a file may hold such settings, by its path.</summary>
    public static bool IsOne(string path) => NameOf(path) is "AndroidManifest.xml" or "web.xml" || IsResource(path);

    /// <summary>A type for each file in which something was seen.</summary>
    public static IEnumerable<TypeDeclaration> Read(IEnumerable<SourceFile> files)
    {
        foreach (var file in files)
        {
            List<Construct> seen = [.. Seen(file)];
            if (seen.Count == 0) continue;
            var type = new TypeDeclaration(file.Path, new Span(file, 0, 0));
            type.Constructs.AddRange(seen);
            yield return type;
        }
    }

    static IEnumerable<Construct> Seen(SourceFile file)
    {
        var elements = XmlElements.Read(file);
        return NameOf(file.Path) switch
        {
            "AndroidManifest.xml" => elements.Where(IsOpenProvider).Select(e => new Construct("content-provider-open-to-all", e.Span)),
            "web.xml" => Pairs(elements).Where(IsListing).Select(p => new Construct("directory-listing", p.Value.Span)),
            _ when elements is [{ Name: "paths" }, ..] => elements.Where(IsWholeFolder).Select(e => new Construct("file-provider-offers-everything", e.Span)),
            _ => [],
        };
    }

    static bool IsOpenProvider(XmlElement element) =>
        element.Name == "provider" && element.Has("exported", "true") && !element.Attributes.Keys.Any(a => a.EndsWith("permission", StringComparison.OrdinalIgnoreCase));

    static bool IsWholeFolder(XmlElement element) =>
        element.Name == "root-path" || element.Name.EndsWith("-path", StringComparison.Ordinal) && element.Attributes.TryGetValue("path", out var path) && path.Trim() is "" or "." or "./" or "/";

    static bool IsListing((XmlElement Name, XmlElement Value) pair) =>
        pair.Name is { Name: "param-name", Text: "listings" or "dirAllowed" } && pair.Value.Name == "param-value" && pair.Value.Text.Equals("true", StringComparison.OrdinalIgnoreCase);

    static IEnumerable<(XmlElement Name, XmlElement Value)> Pairs(IReadOnlyList<XmlElement> elements) => elements.Zip(elements.Skip(1));

    static bool IsResource(string path) => path.EndsWith(".xml", StringComparison.Ordinal) && ("/" + path).Contains("/res/xml/", StringComparison.Ordinal);

    static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];
}

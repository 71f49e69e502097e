using System.Text;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.Java.Pages;

/// <summary>An element of a page or of a file that the page includes.</summary>
/// <param name="file">The file that holds the element.</param>
/// <param name="element">The element.</param>
/// <param name="name">The name of a tag with the usual prefix of its library.</param>
sealed class PagePart(SourceFile file, PageElement element, string name)
{
    public SourceFile File { get; } = file;
    public PageElement Element { get; } = element;
    public string Name { get; } = name;

    /// <summary>For an end tag whose tag was found, that tag.</summary>
    public PagePart? Opening { get; set; }

    /// <summary>Whether the end tag of this tag was found.</summary>
    public bool IsClosed { get; set; }

    /// <summary>Whether attributes of it stand in tags of their own between it and its end.</summary>
    public bool HasAttributes { get; set; }

    public string? this[string attribute] => Element[attribute];
}

/// <summary>Puts a page together with what it includes, as <c>&lt;%@ include %&gt;</c> does: before anything is translated.</summary>
sealed class PageParts
{
    const int MostParts = 20_000, MostIncludes = 200;

    /// <summary>The library of the tags that set, test and print.</summary>
    const string Core = "c";

    readonly PathIndex<SourceFile> pages;
    readonly List<(SourceFile File, PageElement Element)> elements = [];
    readonly HashSet<SourceFile> open = [];
    int includes;

    PageParts(PathIndex<SourceFile> pages) => this.pages = pages;

    public static IReadOnlyList<PagePart> Of(SourceFile page, PathIndex<SourceFile> pages)
    {
        var reader = new PageParts(pages);
        reader.Add(page);
        return reader.Named();
    }

    void Add(SourceFile file)
    {
        if (!open.Add(file)) return;
        var text = Encoding.Latin1.GetString(file.Text.Span);
        foreach (var element in TemplateReader.IsTemplate(file.Path) ? TemplateReader.Read(text) : PageReader.Read(text))
        {
            if (elements.Count >= MostParts) break;
            if (element is { Kind: PageElementKind.Directive, Name: "include" } && element["file"] is { } path && includes++ < MostIncludes
                && pages.Find(path, file.Path) is { } included) Add(included);
            else elements.Add((file, element));
        }
        open.Remove(file);
    }

    List<PagePart> Named()
    {
        var prefixes = new Dictionary<string, string>();
        foreach (var (_, element) in elements)
            if (element is { Kind: PageElementKind.Directive, Name: "taglib" } && element["prefix"] is { } prefix && element["uri"] is { } uri)
                prefixes[prefix] = IsCore(uri) ? Core : prefix == Core ? "other" : prefix;
        var parts = elements.ConvertAll(e => new PagePart(e.File, e.Element, Usual(e.Element.Name, prefixes)));
        Match(parts);
        return parts;
    }

    static bool IsCore(string uri) => uri.Contains("jstl/core", StringComparison.Ordinal) || uri == "jakarta.tags.core";

    static string Usual(string name, Dictionary<string, string> prefixes) =>
        name.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && prefixes.TryGetValue(name[..colon], out var usual) ? usual + name[colon..] : name;

    /// <summary>Finds the tag of each end tag; what stands open inside it has no end.</summary>
    static void Match(List<PagePart> parts)
    {
        var pending = new List<PagePart>();
        foreach (var part in parts)
        {
            if (part is { Name: "jsp:attribute", Element.Kind: PageElementKind.StartTag } && pending.Count > 0) pending[^1].HasAttributes = true;
            if (part.Element is { Kind: PageElementKind.StartTag, IsEmpty: false }) pending.Add(part);
            var found = part.Element.Kind == PageElementKind.EndTag ? pending.FindLastIndex(p => p.Name == part.Name) : -1;
            if (found < 0) continue;
            part.Opening = pending[found];
            pending[found].IsClosed = true;
            pending.RemoveRange(found, pending.Count - found);
        }
    }
}

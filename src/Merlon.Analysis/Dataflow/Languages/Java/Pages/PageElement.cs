namespace Merlon.Analysis.Dataflow.Languages.Java.Pages;

/// <summary>What a <see cref="PageElement"/> is.</summary>
enum PageElementKind
{
    /// <summary><c>&lt;%@ page import="..." %&gt;</c></summary>
    Directive,

    /// <summary><c>&lt;%! members %&gt;</c></summary>
    Declaration,

    /// <summary><c>&lt;%= expression %&gt;</c></summary>
    Expression,

    /// <summary><c>&lt;% statements %&gt;</c></summary>
    Scriptlet,

    /// <summary><c>${...}</c></summary>
    Evaluation,

    /// <summary><c>&lt;c:set ...&gt;</c></summary>
    StartTag,

    /// <summary><c>&lt;/c:set&gt;</c></summary>
    EndTag,
}

/// <summary>A part of a page that is more than text. Offsets count bytes of the file.</summary>
/// <param name="Start">Where the element begins, its brackets included.</param>
/// <param name="End">Where it ends, exclusive.</param>
sealed record PageElement(PageElementKind Kind, int Start, int End)
{
    /// <summary>The code between the brackets; for directives and tags the empty text.</summary>
    public string Code { get; init; } = "";

    /// <summary>Where the code begins.</summary>
    public int CodeStart { get; init; }

    /// <summary>The name of a directive or tag, with its prefix.</summary>
    public string Name { get; init; } = "";

    /// <summary>Whether a tag has no body: <c>&lt;c:set ... /&gt;</c>.</summary>
    public bool IsEmpty { get; init; }

    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();

    public string? this[string attribute] => Attributes.GetValueOrDefault(attribute);
}

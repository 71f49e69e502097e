namespace Merlon.Analysis.Dataflow.Languages.CSharp.Pages;

/// <summary>Where in a page something is printed: what escaping for HTML is worth there.</summary>
enum MarkupPlace
{
    /// <summary>Between tags, or in a quoted attribute: escaping for HTML is enough.</summary>
    Text,

    /// <summary>An attribute without quotes, or the inside of a tag: a blank begins the next attribute.</summary>
    Unquoted,

    /// <summary>A script: a <c>script</c> element, an attribute such as <c>onclick</c>, an address that begins with <c>javascript:</c>.</summary>
    Script,

    /// <summary>The beginning of an address that is followed or loaded: it can be one of <c>javascript:</c>.</summary>
    Address,
}

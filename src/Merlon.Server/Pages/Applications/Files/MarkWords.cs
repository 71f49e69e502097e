using Merlon.Core.Overviews;

namespace Merlon.Server.Pages.Applications.Files;

/// <summary>The words of marks as people say them.</summary>
static class MarkWords
{
    /// <summary>What stands in place of what nobody is shown.</summary>
    public const string Hidden = "not shown: a secret stands on this line";

    /// <summary>Several of a kind, as a heading.</summary>
    public static string Plural(FileMarkKind kind) => kind switch
    {
        FileMarkKind.Finding => "Findings",
        FileMarkKind.License => "Licences",
        FileMarkKind.Match => "Matches",
        FileMarkKind.Copyright => "Copyrights",
        FileMarkKind.Author => "Authors",
        FileMarkKind.Email => "E-mail addresses",
        FileMarkKind.Url => "Web addresses",
        _ => "Search terms",
    };

    /// <summary>One of a kind.</summary>
    public static string Singular(FileMarkKind kind) => kind switch
    {
        FileMarkKind.Finding => "finding",
        FileMarkKind.License => "licence",
        FileMarkKind.Match => "match",
        FileMarkKind.Copyright => "copyright",
        FileMarkKind.Author => "author",
        FileMarkKind.Email => "e-mail address",
        FileMarkKind.Url => "web address",
        _ => "search term",
    };

    /// <summary>On which lines it stands.</summary>
    public static string Place(FileMark mark) => mark switch
    {
        { Start: 0 } => "whole file",
        _ when mark.End > mark.Start => $"lines {mark.Start}-{mark.End}",
        _ => $"line {mark.Start}",
    };
}

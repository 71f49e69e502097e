using System.Collections.Immutable;
using Merlon.Core.Codebases;
using Merlon.Core.Overviews;
using Microsoft.AspNetCore.Components;

namespace Merlon.Server.Pages.Applications.Files;

/// <summary>A text with a number and an anchor for each line; lines on which something was found stand out.</summary>
public partial class SourceText
{
    /// <summary>The text.</summary>
    [Parameter, EditorRequired]
    public FileText Text { get; set; } = null!;

    /// <summary>What was found in it.</summary>
    [Parameter, EditorRequired]
    public ImmutableArray<FileMark> Marks { get; set; } = [];

    private IEnumerable<(int Number, string Text, bool Secret, string? Tone, string? Title)> Shown()
    {
        var kinds = Kinds();
        for (var i = 0; i < Text.Lines.Length; i++)
        {
            var marked = kinds[i];
            yield return (i + 1, Text.Lines[i], Text.SecretLines.Contains(i + 1), marked is { Count: > 0 } ? Tone(marked.Min) : null, marked is { Count: > 0 } ? string.Join(", ", marked.Select(MarkWords.Singular)) : null);
        }
    }

    // What is listed first colours the line.
    private SortedSet<FileMarkKind>?[] Kinds()
    {
        var kinds = new SortedSet<FileMarkKind>?[Text.Lines.Length];
        foreach (var mark in Marks.Where(mark => mark.Start > 0))
            for (var line = mark.Start; line <= Math.Min(mark.End, kinds.Length); line++) (kinds[line - 1] ??= []).Add(mark.Kind);
        return kinds;
    }

    private static string Tone(FileMarkKind kind) => kind switch
    {
        FileMarkKind.Finding => "tone-critical",
        FileMarkKind.License => "tone-good",
        FileMarkKind.Match => "tone-medium",
        _ => "tone-low",
    };
}

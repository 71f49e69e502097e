using System.Collections.Immutable;
using Merlon.Core.Outcomes;

namespace Merlon.Core.Scans;

/// <summary>What the words of a scan must satisfy.</summary>
public static class ScanRules
{
    /// <summary>Longest branch, stage, version, tag key or tag value, in characters.</summary>
    public const int MaxLength = 250;

    /// <summary>Most tags of one scan.</summary>
    public const int MaxTags = 50;

    /// <summary>Every error of a draft, each naming its field.</summary>
    public static ImmutableArray<FieldError> Check(ScanDraft draft)
    {
        var errors = ImmutableArray.CreateBuilder<FieldError>();
        (string Field, string? Text)[] words = [("branch", draft.Branch), ("stage", draft.Stage), ("version", draft.Version), ("language", draft.Language)];
        foreach (var (field, text) in words)
            if (text is { Length: > MaxLength }) errors.Add(new(field, $"At most {MaxLength} characters are allowed."));
        if (draft.Branch is { } branch && string.IsNullOrWhiteSpace(branch)) errors.Add(new("branch", "A branch must have a name."));
        if (draft.Tags.Count > MaxTags) errors.Add(new("tags", $"At most {MaxTags} tags are allowed."));
        foreach (var (key, value) in draft.Tags)
            if (key.Length is 0 or > MaxLength || value.Length > MaxLength) errors.Add(new("tags", $"A tag has a key of 1 to {MaxLength} characters and a value of at most {MaxLength}."));
        return errors.ToImmutable();
    }
}

using System.Collections.Immutable;
using Merlon.Core.Outcomes;

namespace Merlon.Core.Environments;

/// <summary>What an environment must satisfy; every error is reported.</summary>
public static class EnvironmentRules
{
    /// <summary>Longest name.</summary>
    public const int MaxName = 255;

    /// <summary>Longest description.</summary>
    public const int MaxText = 16 * 1024;

    /// <summary>What a new environment must have.</summary>
    public static ImmutableArray<FieldError> CheckNew(EnvironmentDraft draft) =>
        draft.Name is null ? [new FieldError("name", "A name is required."), .. Check(draft)] : Check(draft);

    /// <summary>What the fields that are given must satisfy.</summary>
    public static ImmutableArray<FieldError> Check(EnvironmentDraft draft)
    {
        var errors = ImmutableArray.CreateBuilder<FieldError>();
        if (draft.Name is { Value: var name } && (string.IsNullOrWhiteSpace(name) || name.Length > MaxName))
            errors.Add(new("name", $"A name has 1 to {MaxName} characters."));
        if (draft.ShortDescription is { Value.Length: > MaxName }) errors.Add(new("short_description", $"At most {MaxName} characters are allowed."));
        if (draft.Description is { Value.Length: > MaxText }) errors.Add(new("description", $"At most {MaxText} characters are allowed."));
        if (draft.NodeRules is { } rules && !NodeNamePatterns.TryRead(rules.Value, out _, out var error)) errors.Add(new("node_rules", error));
        return errors.ToImmutable();
    }
}

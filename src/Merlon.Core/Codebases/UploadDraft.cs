using System.Collections.Immutable;
using Merlon.Analysis.Trees;
using Merlon.Core.Outcomes;

namespace Merlon.Core.Codebases;

/// <summary>What an upload is asked to be.</summary>
public sealed record UploadDraft
{
    /// <summary>True: what was uploaded before is no longer part of the codebase.</summary>
    public bool Replace { get; init; }
    public ExpansionLevel Level { get; init; } = ExpansionLevel.None;
    public bool DeleteArchives { get; init; }
    public string FolderSuffix { get; init; } = "";

    /// <summary>Every error, each naming its field.</summary>
    public ImmutableArray<FieldError> Check()
    {
        var errors = ImmutableArray.CreateBuilder<FieldError>();
        if (!Enum.IsDefined(Level)) errors.Add(new("expansionLevel", "Use 1 (none), 2 (the first level) or 3 (all levels)."));
        if (ExpansionOptions.WhatIsWrongWithSuffix(FolderSuffix) is { } wrong) errors.Add(new("archiveDirSuffix", wrong));
        return errors.ToImmutable();
    }
}

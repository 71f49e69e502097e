namespace Merlon.Core.Findings.Lists;

/// <summary>What counts and filters look at: the key of a <see cref="FindingProfile"/> and that of a <see cref="FindingTriage"/>.</summary>
internal readonly record struct FindingKind(long Profile, long Triage);

/// <summary>A finding in a list.</summary>
internal readonly record struct ListedFinding(long Key, FindingKind Kind);

namespace Merlon.Analysis.Tests.Secrets;

/// <summary>A text in a file, and the secret in it: null when there is none.</summary>
public sealed record Example(string Name, string Path, string Text, string? Secret);

using Merlon.Analysis.Secrets.Kinds;

namespace Merlon.Analysis.Secrets;

/// <summary>A secret in a window; bytes count from the window's start.</summary>
/// <param name="Value">In clear: never leaves the engine but sealed.</param>
/// <param name="Name">Under which name it stands, if any.</param>
internal sealed record SecretMatch(SecretKind Kind, int Start, int End, string Value, string? Name = null)
{
    /// <summary>Leaves the value out.</summary>
    public override string ToString() => $"{Kind.Id} at {Start}";
}

namespace Merlon.Analysis;

/// <summary>What may be told of a secret that was found.</summary>
/// <param name="Masked">The part that gives nothing away, and stars whose number says nothing of the length.</param>
/// <param name="Entropy">Shannon's, in bits per character.</param>
/// <param name="Sealed">The value under the caller's key, in base 64; null where the caller gave none.</param>
public sealed record FoundSecret(string Masked, double Entropy, string? Sealed = null);

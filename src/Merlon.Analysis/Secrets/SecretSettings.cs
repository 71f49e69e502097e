namespace Merlon.Analysis.Secrets;

/// <summary>What a caller may ask of the engine of secrets.</summary>
public sealed record SecretSettings
{
    /// <summary>Finds nothing when true.</summary>
    public bool Disable { get; init; }

    /// <summary>The least share, 0.0 to 1.0, that a value's entropy must have of what its length allows; null leaves it to the kinds.
    /// Values with a checksum are secrets in any case.</summary>
    public double? Entropy { get; init; }

    /// <summary>The key of fingerprints, at least 16 bytes, kept by whoever compares them. Without one, values that could be guessed
    /// are left out of their fingerprints, which then tell places apart, not values.</summary>
    public byte[]? FingerprintKey { get; init; }

    /// <summary>The key, 32 bytes, under which values leave the engine; without one they do not leave it at all.</summary>
    public byte[]? SealKey { get; init; }

    /// <summary>Whether the history of a git repository in the tree is read too.</summary>
    public bool History { get; init; } = true;

    /// <summary>Leaves the keys out.</summary>
    public override string ToString() => $"SecretSettings {{ Disable = {Disable}, Entropy = {Entropy}, History = {History} }}";
}

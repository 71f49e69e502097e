namespace Merlon.Core.Findings.Lists;

/// <summary>Walks along a packed <see cref="FindingTally"/> without unpacking it: lists have hundreds of them, read for every request.</summary>
internal ref struct PackedTally(ReadOnlySpan<byte> packed)
{
    private readonly ReadOnlySpan<byte> _packed = packed;
    private int _at;

    /// <summary>A kind and how many findings there are of it.</summary>
    public (FindingKind Kind, int Count) Current { get; private set; }

    public readonly PackedTally GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_at >= _packed.Length) return false;
        var profile = VarInt.Read(_packed, ref _at);
        var triage = VarInt.Read(_packed, ref _at);
        Current = (new(profile, triage), (int)VarInt.Read(_packed, ref _at));
        return true;
    }
}

namespace Merlon.Core.Findings.Documents;

/// <summary>Where a finding's document lies: the key of a <see cref="DocumentBlock"/> and the place in it, as one number.</summary>
/// <param name="Value">0 where there is none.</param>
internal readonly record struct DocumentPlace(long Value)
{
    /// <summary>Documents of one block: enough for them to compress well together, few enough that reading one costs little.</summary>
    public const int PerBlock = 16;

    public DocumentPlace(long block, int place) : this((block * PerBlock) + place) { }

    public long Block => Value / PerBlock;

    /// <summary>0 to <see cref="PerBlock"/> - 1.</summary>
    public int Place => (int)(Value % PerBlock);
}

namespace Merlon.Packages.Bills;

/// <summary>Bounds for hostile documents; beyond them reading ends with a problem that says so.</summary>
public sealed record BillLimits
{
    public long MaxBytes { get; init; } = 4L << 30;

    /// <summary>One component with everything nested in it, or one other item, in bytes (JSON) or characters (XML).</summary>
    public int MaxItemSize { get; init; } = 128 << 20;

    /// <summary>Levels of nesting.</summary>
    public int MaxDepth { get; init; } = 256;
}

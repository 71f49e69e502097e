namespace Merlon.Core.Overviews;

/// <summary>How many of something stand in each band of severity.</summary>
public readonly record struct SeverityCounts(int Critical, int High, int Medium, int Low)
{
    /// <summary>All together.</summary>
    public int Total => Critical + High + Medium + Low;

    public static SeverityCounts operator +(SeverityCounts a, SeverityCounts b) => new(a.Critical + b.Critical, a.High + b.High, a.Medium + b.Medium, a.Low + b.Low);
}

namespace Merlon.Analysis.Trees;

/// <summary>Counts what an expansion has written and stops it at its limits, before the bytes are written.</summary>
sealed class ExpansionBudget(ExpansionLimits limits, long archiveBytes)
{
    int entries;

    public long Files { get; private set; }
    public long Bytes { get; private set; }

    public void Entry(bool file)
    {
        if (++entries > limits.Entries)
            throw new ExpansionRefusedException("too-many-entries", $"The archive holds more than {limits.Entries:N0} entries.", spent: true);
        if (file) Files++;
    }

    public void Write(int count)
    {
        Bytes += count;
        if (Bytes > limits.TotalBytes)
            throw new ExpansionRefusedException("too-large", $"The archive expands to more than {limits.TotalBytes:N0} bytes.", spent: true);
        if (Bytes > limits.RatioFreeBytes && Bytes / Math.Max(1, archiveBytes) >= limits.Ratio)
            throw new ExpansionRefusedException("ratio", $"The archive expands to more than {limits.Ratio} times its size.", spent: true);
    }
}

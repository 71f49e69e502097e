namespace Merlon.Packages.Bills;

/// <summary>Collects what breaks the rules, the first hundred; more would not help anyone.</summary>
sealed class Problems(bool areReported = true)
{
    const int MaxKept = 100;

    readonly List<BillProblem> kept = [];

    public int Count { get; private set; }

    /// <summary>False where an alternative is only tried.</summary>
    public bool AreReported => areReported;

    public void Add(string path, string what)
    {
        Count++;
        if (kept.Count < MaxKept) kept.Add(new(path, what));
    }

    /// <summary>Those not handed out yet.</summary>
    public IReadOnlyList<BillProblem> Take()
    {
        var taken = kept.ToArray();
        kept.Clear();
        return taken;
    }
}

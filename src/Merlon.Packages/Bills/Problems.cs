using Merlon.Packages.Bills.CycloneDx.Rules;

namespace Merlon.Packages.Bills;

/// <summary>Collects what breaks the rules, the first hundred; more would not help anyone.</summary>
sealed class Problems(bool areReported = true)
{
    const int MaxKept = 100;

    List<BillProblem>? kept;

    public int Count { get; private set; }

    /// <summary>False where an alternative is only tried: then they are counted and not kept.</summary>
    public bool AreReported => areReported;

    public void Add(string path, string what)
    {
        Count++;
        if (areReported && (kept ??= []).Count < MaxKept) kept.Add(new(path, what));
    }

    public void Add(RulePath path, string what) => Add(areReported ? path.ToString() : "", what);

    /// <summary>The value at the path breaks the rule.</summary>
    public void Add(RulePath path, Rule broken) => Add(path, areReported ? $"is not {RuleWords.Describe(broken)}" : "");

    /// <summary>Whether nothing more needs to be looked at: an alternative that breaks one rule is out.</summary>
    public bool AreEnough => Count > 0 && !areReported;

    /// <summary>Those not handed out yet.</summary>
    public IReadOnlyList<BillProblem> Take()
    {
        if (kept is null) return [];
        var taken = kept;
        kept = null;
        return taken;
    }
}

namespace Merlon.Packages.Bills.CycloneDx.Rules;

/// <summary>Where a check stands in a document. Written out only for a problem: nearly every step is never told of.</summary>
sealed class RulePath(string start)
{
    readonly List<(string? Name, int Index)> steps = [];

    public void Enter(string name) => steps.Add((name, 0));
    public void Enter(int index) => steps.Add((null, index));
    public void Leave() => steps.RemoveAt(steps.Count - 1);

    public override string ToString() => start + string.Concat(steps.Select(static step => $"/{step.Name ?? step.Index.ToString()}"));
}

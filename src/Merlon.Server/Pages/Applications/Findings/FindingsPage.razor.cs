namespace Merlon.Server.Pages.Applications.Findings;

/// <summary>The findings of an application: the page that its name leads to.</summary>
public partial class FindingsPage
{
    private FindingLinks Links => new(Model);

    // What the search form must not forget.
    private IEnumerable<(string Name, string Value)> Kept =>
        new[] { ("severity", Links.Severity), ("type", Links.Type), ("status", Links.Status), ("sort", Links.Sort) }.Where(kept => kept.Item2.Length > 0);
}

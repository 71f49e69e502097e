using Merlon.Core.Findings;
using Microsoft.AspNetCore.Components;

namespace Merlon.Server.Pages.Applications.Findings;

/// <summary>What is known of a finding, by name.</summary>
public partial class FindingFacts
{
    // These stand on the page already.
    private static readonly string[] Shown = ["category", "severity", "cvss_31_severity_rating", "line", "file", "language"];

    /// <summary>The finding.</summary>
    [Parameter, EditorRequired]
    public FindingView View { get; set; } = null!;

    private IEnumerable<(string Name, string Value)> All => View.Profile.Tags.Concat(View.Document.Tags).Select(tag => (Name: tag.Key, tag.Value))
        .Concat(View.Document.Facts.Select(fact => (Name: fact.Key, fact.Value)))
        .Where(fact => fact.Value.Length > 0 && !Shown.Contains(fact.Name)).Distinct().OrderBy(fact => fact.Name, StringComparer.Ordinal);
}

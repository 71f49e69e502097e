using Merlon.Analysis;
using Merlon.Core.Findings;
using Microsoft.AspNetCore.Components;

namespace Merlon.Server.Pages.Words;

/// <summary>How bad something is, in one coloured word.</summary>
public partial class SeverityBadge
{
    /// <summary>How bad; null when nobody rated it.</summary>
    [Parameter, EditorRequired]
    public FindingSeverity? Severity { get; set; }

    private string? Word => Severity is { } severity ? FindingWords.Severity(severity) : null;
}

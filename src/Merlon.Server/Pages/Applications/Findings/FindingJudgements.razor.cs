using Merlon.Core.Identity;
using Merlon.Core.Overviews;
using Merlon.Server.Pages.Words;
using Microsoft.AspNetCore.Components;

namespace Merlon.Server.Pages.Applications.Findings;

/// <summary>What people said of a finding, and the form to say something.</summary>
public partial class FindingJudgements
{
    private static readonly string[] Choices = ["open", "ignored", "fixed"];

    /// <summary>The finding.</summary>
    [Parameter, EditorRequired]
    public FindingDetails Details { get; set; } = null!;

    private string Now => FindingNames.Status(Details.Finding.Triage.Status);

    // Shows the form only to who may send it; Core decides again.
    private bool May => Context.Caller?.May(Scope.FindingStatusUpdate, Details.Head.Application) == true;
}

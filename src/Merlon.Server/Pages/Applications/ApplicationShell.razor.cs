using Merlon.Core.Overviews;
using Merlon.Server.Pages.Words;
using Microsoft.AspNetCore.Components;

namespace Merlon.Server.Pages.Applications;

/// <summary>What stands around every page of an application.</summary>
public partial class ApplicationShell
{
    /// <summary>The application.</summary>
    [Parameter, EditorRequired]
    public ApplicationHead Head { get; set; } = null!;

    /// <summary>The name of the tab that is open.</summary>
    [Parameter, EditorRequired]
    public string Tab { get; set; } = "";

    /// <summary>The page itself.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private IEnumerable<(string Name, string Address, string? Count)> Tabs =>
    [
        ("Findings", Address.OfApplication(Head.Application.PublicId), Head.Open is { } open ? Amount.Of(open.Total) : null),
        ("Packages", Address.OfPackages(Head.Application.PublicId), Head.Current is { } current ? Amount.Of(current.Counts.Packages) : null),
        ("Files", Address.OfFiles(Head.Application.PublicId), Head.Current?.Statistics.Files is > 0 and var files ? Amount.Of(files) : null),
        ("Scans", Address.OfScans(Head.Application.PublicId), null),
    ];
}

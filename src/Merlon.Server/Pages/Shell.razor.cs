using Merlon.Core.Identity;
using Microsoft.AspNetCore.Components;

namespace Merlon.Server.Pages;

/// <summary>What stands around every page: the document, the header with its search box, the way out.</summary>
public partial class Shell
{
    /// <summary>The page's name in the browser's tab.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>The address of the part of the site that the page belongs to.</summary>
    [Parameter]
    public string Part { get; set; } = "";

    /// <summary>The page itself.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private static readonly (string Address, string Name, Scope? Needs)[] Parts =
        [("/", "Overview", null), ("/applications", "Applications", Scope.ApplicationsRead), ("/nodes", "Machines", Scope.NodesRead)];
}

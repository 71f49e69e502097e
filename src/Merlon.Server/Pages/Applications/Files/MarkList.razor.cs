using System.Collections.Immutable;
using Merlon.Core.Overviews;
using Microsoft.AspNetCore.Components;

namespace Merlon.Server.Pages.Applications.Files;

/// <summary>What was found in a file, kind by kind.</summary>
public partial class MarkList
{
    /// <summary>The public id of the application.</summary>
    [Parameter, EditorRequired]
    public string Application { get; set; } = "";

    /// <summary>What was found, by kind and line.</summary>
    [Parameter, EditorRequired]
    public ImmutableArray<FileMark> Marks { get; set; } = [];

    /// <summary>How many lines of the text are shown beneath; 0 when it is not.</summary>
    [Parameter, EditorRequired]
    public int Lines { get; set; }
}

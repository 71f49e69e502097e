using Microsoft.AspNetCore.Components;

namespace Merlon.Server.Pages.Words;

/// <summary>How long ago something was, with the exact time for whoever points at it.</summary>
public partial class Ago
{
    /// <summary>When it was.</summary>
    [Parameter, EditorRequired]
    public DateTimeOffset At { get; set; }
}

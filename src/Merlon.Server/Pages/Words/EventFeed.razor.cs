using System.Collections.Immutable;
using Merlon.Core.Overviews;
using Microsoft.AspNetCore.Components;

namespace Merlon.Server.Pages.Words;

/// <summary>What happened, newest first.</summary>
public partial class EventFeed
{
    /// <summary>The events.</summary>
    [Parameter, EditorRequired]
    public ImmutableArray<EventLine> Events { get; set; } = [];
}

using Merlon.Core.Overviews;
using Microsoft.AspNetCore.Components;

namespace Merlon.Server.Pages.Words;

/// <summary>How old the advisories are that something was judged by. Having none never reads as being clean.</summary>
public partial class AdvisoryNote
{
    /// <summary>What is known.</summary>
    [Parameter, EditorRequired]
    public AdvisoryAges Ages { get; set; } = null!;
}

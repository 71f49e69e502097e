using Merlon.Core.Applications;
using Microsoft.AspNetCore.Components;

namespace Merlon.Server.Pages.Applications;

/// <summary>What to do with an application that was never scanned.</summary>
public partial class ScanFirst
{
    /// <summary>The application.</summary>
    [Parameter, EditorRequired]
    public Application Application { get; set; } = null!;
}

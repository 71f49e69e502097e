using Microsoft.AspNetCore.Components;

namespace Merlon.Server.Pages.Applications.Files;

/// <summary>The folders on the way to a file or folder.</summary>
public partial class PathTrail
{
    /// <summary>The public id of the application.</summary>
    [Parameter, EditorRequired]
    public string Application { get; set; } = "";

    /// <summary>Relative to the root of the codebase; empty for the root.</summary>
    [Parameter, EditorRequired]
    public string Path { get; set; } = "";

    private string Name => Path[(Path.LastIndexOf('/') + 1)..];

    private IEnumerable<(string Name, string Folder)> Above
    {
        get
        {
            var start = 0;
            for (var at = Path.IndexOf('/', 0); at >= 0; at = Path.IndexOf('/', start))
            {
                yield return (Path[start..at], Path[..at]);
                start = at + 1;
            }
        }
    }
}

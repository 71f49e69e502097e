using Merlon.Core.Findings;
using Merlon.Core.Overviews;
using Merlon.Server.Pages.Words;

namespace Merlon.Server.Pages.Applications.Findings;

/// <summary>Addresses of the same list with one thing changed.</summary>
public sealed class FindingLinks(ApplicationFindings shown)
{
    /// <summary>The severity that the list is narrowed to, or empty.</summary>
    public string Severity => shown.Filter.Severities.FirstOrDefault("");

    /// <summary>The type that the list is narrowed to, or empty.</summary>
    public string Type => shown.Filter.Types.FirstOrDefault("");

    /// <summary>The text that the list is narrowed to, or empty.</summary>
    public string Text => shown.Filter.Search.FirstOrDefault("");

    /// <summary>What people said of the listed findings.</summary>
    public string Status => shown.Filter.Statuses switch
    {
        null => "all",
        [FindingStatus.Fixed] => "fixed",
        [FindingStatus.Ignored] => "ignored",
        _ => "open",
    };

    /// <summary>How the list is sorted.</summary>
    public string Sort => shown.Paging.Sort == FindingSort.Id ? "newest" : "worst";

    /// <summary>True when anything narrows the list.</summary>
    public bool Narrowed => Severity.Length + Type.Length + Text.Length > 0 || Status != "open";

    /// <summary>The list with these changes; it begins again at its first page unless one is named.</summary>
    public string With(string? severity = null, string? type = null, string? status = null, string? sort = null, int page = 1)
    {
        (string Name, string Value, string Usual)[] all =
        [
            ("severity", severity ?? Severity, ""), ("type", type ?? Type, ""), ("status", status ?? Status, "open"), ("q", Text, ""), ("sort", sort ?? Sort, "worst"), ("page", $"{page}", "1"),
        ];
        var query = string.Join("&", all.Where(p => p.Value != p.Usual).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value)}"));
        return Address.OfApplication(shown.Head.Application.PublicId) + (query.Length > 0 ? $"?{query}" : "");
    }
}

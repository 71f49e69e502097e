using Merlon.Server.Pages.Words;

namespace Merlon.Server.Pages.Search;

/// <summary>Where something is.</summary>
public partial class SearchPage
{
    // Only the places where something is.
    private string Where => "In " + string.Join(" and ", new[] { (Model.Applications.Length, "application"), (Model.Nodes.Length, "machine") }.Where(place => place.Item1 > 0).Select(place => Amount.Of(place.Item1, place.Item2)));
}

using System.Text.Json;

namespace Merlon.Packages.Bills;

/// <summary>Turns what is malformed in a JSON document into a problem and the end of the walk.</summary>
static class SafeJson
{
    /// <summary>What an item means; nothing, and a problem, where it holds text that is no text: the parser notices only when it is read.</summary>
    public static IReadOnlyList<BillItem> Take(JsonItem item, Func<JsonItem, IEnumerable<BillItem>> take, Problems problems)
    {
        try
        {
            return [.. take(item)];
        }
        catch (InvalidOperationException)
        {
            problems.Add($"/{item.Name}", "holds text that is no valid UTF-16");
            return [];
        }
    }

    public static bool Next(JsonItemStream items, Problems problems, out JsonItem item)
    {
        try
        {
            return items.Read(out item);
        }
        catch (JsonException e)
        {
            problems.Add("", e.Message);
        }
        catch (InvalidOperationException)
        {
            problems.Add("", "holds text that is no valid UTF-16");
        }
        item = default;
        return false;
    }
}

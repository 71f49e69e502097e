using System.Text.Json;

namespace Merlon.Packages.Bills;

/// <summary>Turns what is malformed in a JSON document into a problem and the end of the walk.</summary>
static class SafeJson
{
    /// <summary>What an item means; nothing, and a problem, where it holds text that is no text: the parser notices only when it is read.</summary>
    public static IReadOnlyList<BillItem> Take(JsonItem item, Func<JsonItem, IEnumerable<BillItem>> take, Problems problems)
    {
        var items = new List<BillItem>();
        Take(item, (taken, into) => into.AddRange(take(taken)), items, problems);
        return items;
    }

    /// <summary>The same into a list that is used again and again.</summary>
    public static void Take(JsonItem item, Action<JsonItem, List<BillItem>> take, List<BillItem> into, Problems problems)
    {
        into.Clear();
        try
        {
            take(item, into);
        }
        catch (InvalidOperationException)
        {
            into.Clear();
            problems.Add($"/{item.Name}", "holds text that is no valid UTF-16");
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

using System.Text.Json;

namespace Merlon.Packages.Bills;

/// <summary>Turns what is malformed in a JSON document into a problem and the end of the walk.</summary>
static class SafeJson
{
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

using System.Text.Json;

namespace Merlon.Packages.Bills.Spdx;

/// <summary>Whether a JSON document is SPDX, and which.</summary>
enum SpdxFlavor { None, Version2, Version3 }

/// <summary>Tells SPDX documents from others by the first members that only they have.</summary>
static class SpdxJson
{
    static readonly BillLimits Glance = new() { MaxItemSize = 1 << 20 };

    /// <summary>Leaves the stream where it stood.</summary>
    public static SpdxFlavor Recognize(Stream stream)
    {
        var start = stream.Position;
        try
        {
            using var items = new JsonItemStream(stream, Glance);
            while (items.Read(out var item))
                if (Flavor(item.Name) is { } flavor) return flavor;
        }
        catch (JsonException)
        {
            // Malformed: whoever reads it next says so.
        }
        finally
        {
            stream.Position = start;
        }
        return SpdxFlavor.None;
    }

    static SpdxFlavor? Flavor(string member) => member switch
    {
        "spdxVersion" or "SPDXID" => SpdxFlavor.Version2,
        "@context" or "@graph" => SpdxFlavor.Version3,
        "bomFormat" or "specVersion" => SpdxFlavor.None,
        _ => null,
    };
}

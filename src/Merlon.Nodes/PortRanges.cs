using System.Collections.Immutable;
using System.Globalization;

namespace Merlon.Nodes;

/// <summary>Ports per protocol, as <c>{"tcp": "1-1024,8080", "udp": "53"}</c> says it; a protocol without ranges means all of its ports.</summary>
public sealed record PortRanges(ImmutableArray<(int First, int Last)> Tcp, ImmutableArray<(int First, int Last)> Udp)
{
    public static PortRanges All { get; } = new([], []);

    public bool Includes(string protocol, int port)
    {
        var ranges = protocol == "tcp" ? Tcp : Udp;
        return ranges.IsEmpty || ranges.Any(r => r.First <= port && port <= r.Last);
    }

    /// <summary>Ranges from their text; null when it cannot be read.</summary>
    public static ImmutableArray<(int First, int Last)>? Read(string text)
    {
        var ranges = ImmutableArray.CreateBuilder<(int, int)>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = part.Split('-', 2, StringSplitOptions.TrimEntries);
            if (Port(ends[0]) is not { } first || Port(ends[^1]) is not { } last || last < first) return null;
            ranges.Add((first, last));
        }

        return ranges.ToImmutable();
    }

    static int? Port(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535 ? port : null;
}

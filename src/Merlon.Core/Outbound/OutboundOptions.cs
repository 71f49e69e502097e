using System.Collections.Immutable;
using System.Net;

namespace Merlon.Core.Outbound;

/// <summary>How the server reaches others.</summary>
public sealed record OutboundOptions
{
    /// <summary>The HTTP proxy for everything that leaves; null goes straight.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>Networks that may be reached although they are private, local or link-local.</summary>
    public ImmutableArray<IPNetwork> Allowed { get; init; } = [];

    /// <summary>How long one request may take, from the first byte sent to the headers of the answer.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);
}

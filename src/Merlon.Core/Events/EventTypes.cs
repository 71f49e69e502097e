using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Merlon.Core.Events;

/// <summary>Numbers of event types: small for those that documents name, above a million for all others, made of the name so that they are the same everywhere.</summary>
public static class EventTypes
{
    private const int FirstOfOthers = 1_000_000;

    /// <summary>The types that documents name; their place is their number, from 1.</summary>
    public static ImmutableArray<string> Known { get; } =
    [
        "Node Created", "Node Updated", "Node Deleted", "Node Scanned", "Node First Scanned", "Node Changed", "Environment Created", "Environment Updated", "Environment Deleted",
        "Environment Scanned", "Policy Ran", "Job Updated", "User Logged In", "Connection Manager Offline", "Connection Manager Group Offline",
    ];

    /// <summary>The number of a type.</summary>
    public static long NumberOf(string type)
    {
        var place = Known.IndexOf(type);
        if (place >= 0) return place + 1;
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes(type));
        return FirstOfOthers + 1 + BinaryPrimitives.ReadUInt32BigEndian(digest) % 1_000_000_000;
    }
}

using System.Globalization;

namespace Merlon.Server.Apis.Wire;

/// <summary>An id in a path, bound as text, that knows whether it can be one.</summary>
interface IPathId
{
    /// <summary>True when the text cannot be an id; the dialect then answers and the handler is not called.</summary>
    bool Malformed { get; }

    /// <summary>The text as it came.</summary>
    string Text { get; }
}

/// <summary>A Guid, with dashes or as 32 hex digits.</summary>
readonly record struct GuidId(Guid Value, string Text, bool Malformed) : IPathId
{
    /// <summary>Binds any text; <see cref="Malformed"/> tells whether it is a Guid.</summary>
    public static bool TryParse(string text, out GuidId id)
    {
        id = Guid.TryParseExact(text, "D", out var value) || Guid.TryParseExact(text, "N", out value) ? new(value, text, false) : new(default, text, true);
        return true;
    }
}

/// <summary>A whole number of 64 bits; surrounding spaces are let through, as real clients send them.</summary>
readonly record struct NumberId(long Value, string Text, bool Malformed) : IPathId
{
    /// <summary>Binds any text; <see cref="Malformed"/> tells whether it is a number.</summary>
    public static bool TryParse(string text, out NumberId id)
    {
        id = long.TryParse(text.AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? new(value, text, false) : new(0, text, true);
        return true;
    }
}

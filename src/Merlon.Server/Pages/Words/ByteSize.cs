using System.Globalization;

namespace Merlon.Server.Pages.Words;

/// <summary>Numbers of bytes as people read them.</summary>
static class ByteSize
{
    private static readonly string[] Units = ["KB", "MB", "GB", "TB"];

    /// <summary>In the largest unit that leaves a whole number: <c>312 bytes</c>, <c>1.4 MB</c>.</summary>
    public static string Of(long bytes)
    {
        if (bytes < 1024) return Amount.Of(bytes, "byte");
        var (amount, unit) = (bytes / 1024.0, 0);
        for (; amount >= 1024 && unit < Units.Length - 1; unit++) amount /= 1024;
        return $"{amount.ToString(amount < 10 ? "0.0" : "0", CultureInfo.InvariantCulture)} {Units[unit]}";
    }
}

using System.Globalization;

namespace Merlon.Server.Pages.Words;

/// <summary>Numbers as people read them.</summary>
static class Amount
{
    /// <summary>With thousands apart: <c>12,345</c>.</summary>
    public static string Of(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>With its noun: <c>1 package</c>, <c>2 packages</c>.</summary>
    public static string Of(long number, string noun) => $"{Of(number)} {noun}{(number == 1 ? "" : "s")}";
}

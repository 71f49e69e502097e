namespace Merlon.Analysis.Manifests.NuGet;

/// <summary>What a version attribute asks for (learn.microsoft.com/nuget/concepts/package-versioning).</summary>
static class NuGetVersions
{
    /// <summary>The version that restore would take without newer ones being published: the lower bound of a plain version or of an
    /// inclusive range. Null for floating versions and open ranges.</summary>
    public static string? Lowest(string range)
    {
        var text = range.Trim();
        if (text.Contains('*')) return null;
        if (text is ['[', .., ']' or ')']) return text[1..^1].Split(',')[0].Trim() is { Length: > 0 } low ? low : null;
        return text.Length > 0 && char.IsAsciiDigit(text[0]) ? text : null;
    }
}

using System.Text.Json;
using Merlon.Packages.Bills.CycloneDx.Rules;

namespace Merlon.Packages.Bills.CycloneDx;

/// <summary>Reads CycloneDX 1.2 to 1.7 in JSON, member by member and item by item, holding each against the rules.</summary>
sealed class CycloneDxJsonReader(BillLimits limits)
{
    public IEnumerable<BillItem> Read(Stream stream)
    {
        var problems = new Problems();
        var version = SpecVersion(stream, problems);
        foreach (var problem in problems.Take()) yield return problem;
        if (version is null) yield break;

        var document = new CycloneDxJsonDocument(version, problems);
        using var items = new JsonItemStream(stream, limits);
        Action<JsonItem, List<BillItem>> take = document.Take;
        var taken = new List<BillItem>();
        while (SafeJson.Next(items, problems, out var item))
        {
            SafeJson.Take(item, take, taken, problems);
            foreach (var read in taken) yield return read;
            foreach (var problem in problems.Take()) yield return problem;
        }
        document.CheckWhole();
        foreach (var problem in problems.Take()) yield return problem;
        yield return document.Header;
    }

    /// <summary>The rules depend on the version, which may stand anywhere: it is looked for first, mostly found in the first bytes.</summary>
    string? SpecVersion(Stream stream, Problems problems)
    {
        var start = stream.Position;
        using var items = new JsonItemStream(stream, limits);
        string? version = null;
        while (version is null && SafeJson.Next(items, problems, out var item))
            if (item is { Name: "specVersion", Value.ValueKind: JsonValueKind.String }) version = item.Value.GetString();
        stream.Position = start;
        if (CycloneDxVersion.Minor(version, JsonRules.OldestVersion, JsonRules.NewestVersion) is not null) return version;
        if (problems.Count == 0) problems.Add("/specVersion", "names no version of CycloneDX that has a JSON form (1.2 to 1.7)");
        return null;
    }
}

using System.Collections.Immutable;
using System.Text.Json;

namespace Merlon.Packages.Advisories;

/// <summary>
/// Maps one OSV JSON document. Members of a wrong type read as missing: databases differ, and an advisory with a strange
/// extension still warns.
/// </summary>
static class OsvDocument
{
    /// <summary>Null when the document has no id or no time of modification, which the schema asks of every advisory.</summary>
    public static Advisory? Read(JsonElement root)
    {
        if (root.Text("id") is not { Length: > 0 } id || root.Time("modified") is not { } modified) return null;
        var database = root.Member("database_specific");
        return new()
        {
            Id = id,
            Aliases = root.Texts("aliases"),
            Upstream = root.Texts("upstream"),
            Summary = root.Text("summary") ?? "",
            Details = root.Text("details") ?? "",
            Published = root.Time("published"),
            Modified = modified,
            Withdrawn = root.Time("withdrawn"),
            Severities = Severities(root),
            DatabaseSeverity = database.Text("severity"),
            Affected = [.. root.Items("affected").Select(Affected)],
            References = [.. root.Items("references").Where(r => r.Text("url") is not null).Select(r => new AdvisoryReference(r.Text("type") ?? "WEB", r.Text("url")!))],
            Cwes = Cwes(database),
        };
    }

    static AffectedPackage Affected(JsonElement affected)
    {
        var package = affected.Member("package");
        return new()
        {
            Ecosystem = string.Intern(package.Text("ecosystem") ?? ""),
            Name = package.Text("name") ?? "",
            Ranges = [.. affected.Items("ranges").Select(Range)],
            Versions = affected.Texts("versions"),
            Severities = Severities(affected),
            DatabaseSeverity = Word(affected.Member("ecosystem_specific")) ?? Word(affected.Member("database_specific")),
        };
    }

    static string? Word(JsonElement specific) => specific.Text("severity") ?? specific.Text("urgency");

    static AffectedRange Range(JsonElement range) => new(
        range.Text("type") switch { "SEMVER" => RangeType.SemVer, "ECOSYSTEM" => RangeType.Ecosystem, _ => RangeType.Git },
        [.. range.Items("events").SelectMany(Events)]);

    static IEnumerable<RangeEvent> Events(JsonElement item)
    {
        if (item.Text("introduced") is { } introduced) yield return new(RangeEventKind.Introduced, introduced);
        if (item.Text("fixed") is { } @fixed) yield return new(RangeEventKind.Fixed, @fixed);
        if (item.Text("last_affected") is { } last) yield return new(RangeEventKind.LastAffected, last);
        if (item.Text("limit") is { } limit) yield return new(RangeEventKind.Limit, limit);
    }

    static ImmutableArray<AdvisorySeverity> Severities(JsonElement holder) =>
        [.. holder.Items("severity").Where(s => s.Text("score") is not null).Select(s => new AdvisorySeverity(s.Text("type") ?? "", s.Text("score")!))];

    /// <summary>Databases write "cwe_ids": ["CWE-79"] or "cwes": [{"cweId": "CWE-79"}].</summary>
    static ImmutableArray<string> Cwes(JsonElement database)
    {
        var ids = database.Texts("cwe_ids");
        return ids.IsEmpty ? [.. database.Items("cwes").Select(cwe => cwe.Text("cweId")).OfType<string>()] : ids;
    }
}

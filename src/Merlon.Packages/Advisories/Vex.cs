using System.Text.Json;
using Merlon.Packages.Bills;

namespace Merlon.Packages.Advisories;

/// <summary>
/// Reads VEX statements: OpenVEX documents, and the analyses in CycloneDX bills. Statements without a vulnerability or with
/// an unknown status are passed over: silence suppresses nothing.
/// </summary>
public static class Vex
{
    static readonly BillLimits Limits = new() { MaxItemSize = 16 << 20, MaxDepth = 64 };

    /// <summary>Streams the statements of either kind of document from a stream that can seek. Throws JsonException where OpenVEX is malformed.</summary>
    public static IEnumerable<VexStatement> Read(Stream content)
    {
        var start = content.Position;
        var isOpenVex = IsOpenVex(content);
        content.Position = start;
        return isOpenVex ? ReadOpenVex(content) : ReadBill(content);
    }

    static bool IsOpenVex(Stream content)
    {
        try
        {
            using var items = new JsonItemStream(content, Limits);
            while (items.Read(out var item))
            {
                if (item.Name is "bomFormat" or "specVersion") return false;
                if (item.Name == "statements") return true;
            }
        }
        catch (JsonException)
        {
            // XML, or malformed: the bill reader tells.
        }
        return false;
    }

    static IEnumerable<VexStatement> ReadOpenVex(Stream json)
    {
        using var items = new JsonItemStream(json, Limits);
        while (items.Read(out var item))
            if (item.Name == "statements" && OpenVexStatement(item.Value) is { } statement) yield return statement;
    }

    static VexStatement? OpenVexStatement(JsonElement json)
    {
        var vulnerability = json.Member("vulnerability");
        var named = vulnerability.ValueKind == JsonValueKind.String ? vulnerability.GetString() : vulnerability.Text("name") ?? vulnerability.Text("@id");
        if (string.IsNullOrEmpty(named) || OpenVexStatus(json.Text("status")) is not { } status) return null;
        return new()
        {
            Vulnerabilities = [named, .. vulnerability.Texts("aliases")],
            Products = [.. json.Items("products").SelectMany(Products).Distinct(StringComparer.Ordinal)],
            Status = status,
            Justification = json.Text("justification"),
            Detail = json.Text("impact_statement") ?? json.Text("action_statement") ?? json.Text("status_notes"),
            Time = json.Time("timestamp"),
        };
    }

    /// <summary>A statement about subcomponents is about them as parts of the product.</summary>
    static IEnumerable<string> Products(JsonElement product)
    {
        var parts = product.Items("subcomponents").Select(Name).OfType<string>().ToList();
        return parts.Count > 0 ? parts : new[] { Name(product) }.OfType<string>();
    }

    static string? Name(JsonElement product) =>
        product.ValueKind == JsonValueKind.String ? product.GetString() : product.Member("identifiers").Text("purl") ?? product.Text("@id");

    static VexStatus? OpenVexStatus(string? word) => word switch
    {
        "not_affected" => VexStatus.NotAffected,
        "affected" => VexStatus.Affected,
        "fixed" => VexStatus.Fixed,
        "under_investigation" => VexStatus.UnderInvestigation,
        _ => null,
    };

    static IEnumerable<VexStatement> ReadBill(Stream content)
    {
        // Vulnerabilities come after the components whose refs they use.
        var purls = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in new BillReader().Read(content))
        {
            if (item is BillComponent { Ref: { } reference, Purl: { } purl }) purls[reference] = purl.ToString();
            if (item is BillVulnerability { Id.Length: > 0 } vulnerability && BillStatus(vulnerability.AnalysisState) is { } status)
                yield return Statement(vulnerability, status, purls);
        }
    }

    static VexStatement Statement(BillVulnerability vulnerability, VexStatus status, Dictionary<string, string> purls) => new()
    {
        Vulnerabilities = [vulnerability.Id],
        Products = [.. vulnerability.Affects.Select(reference => purls.GetValueOrDefault(reference, reference))],
        Status = status,
        Justification = BillJustification(vulnerability.AnalysisJustification),
        Detail = vulnerability.AnalysisDetail,
    };

    static VexStatus? BillStatus(string? state) => state switch
    {
        "not_affected" or "false_positive" => VexStatus.NotAffected,
        "exploitable" => VexStatus.Affected,
        "resolved" or "resolved_with_pedigree" => VexStatus.Fixed,
        "in_triage" => VexStatus.UnderInvestigation,
        _ => null,
    };

    static string? BillJustification(string? justification) => justification switch
    {
        "code_not_present" => "vulnerable_code_not_present",
        "code_not_reachable" => "vulnerable_code_not_in_execute_path",
        "requires_configuration" or "requires_dependency" or "requires_environment" => "vulnerable_code_cannot_be_controlled_by_adversary",
        "protected_by_compiler" or "protected_at_runtime" or "protected_at_perimeter" or "protected_by_mitigating_control" => "inline_mitigations_already_exist",
        var other => other,
    };
}

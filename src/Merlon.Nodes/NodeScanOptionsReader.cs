using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Merlon.Nodes.Collection.Files;

namespace Merlon.Nodes;

/// <summary>
/// Reads scan options as groups and policies carry them:
/// <c>{"scan_directory_options": [{"path", "raw", "exclude"}], "scan_ports": {"tcp": "1-1024", "udp": ".."}, "scan_sections": [..]}</c>.
/// Options that belong to other kinds of nodes, or that nothing serves yet, are noted as such and do no harm.
/// </summary>
public static class NodeScanOptionsReader
{
    const int MaximumRules = 10_000;

    /// <summary>Whoever evaluates them later reads these from where they are kept; a scan has no use for them.</summary>
    static readonly string[] ForOthers = ["scan_diff_excluded_text", "cis_ignore"];

    /// <summary>Reads options; says in words what is wrong with those that cannot be read. File rules stand beside the defaults.</summary>
    public static bool TryRead(JsonElement json, [NotNullWhen(true)] out NodeScanOptions? options, [NotNullWhen(false)] out string? error)
    {
        options = new NodeScanOptions();
        error = json.ValueKind == JsonValueKind.Object ? null : "Scan options are a JSON object.";
        foreach (var option in error is null ? json.EnumerateObject().ToArray() : [])
        {
            options = Take(options!, option, out error);
            if (error is not null) break;
        }

        if (error is not null) options = null;
        return error is null;
    }

    static NodeScanOptions Take(NodeScanOptions options, JsonProperty option, out string? error)
    {
        error = null;
        switch (option.Name)
        {
            case "scan_directory_options": return options with { Files = options.Files.AddRange(Rules(option.Value, out error)) };
            case "scan_ports": return options with { Ports = Ports(option.Value, out error) };
            case "scan_sections": return options with { Sections = Names(option.Value, out error) };
            case var other when Array.IndexOf(ForOthers, other) >= 0 || IsEmpty(option.Value): return options;
            default: return options with { NotSupported = options.NotSupported.Add(option.Name) };
        }
    }

    static ImmutableArray<FileRule> Rules(JsonElement json, out string? error)
    {
        error = null;
        var rules = ImmutableArray.CreateBuilder<FileRule>();
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() > MaximumRules)
            error = $"scan_directory_options is a list of at most {MaximumRules} rules.";
        foreach (var rule in error is null ? json.EnumerateArray().ToArray() : [])
        {
            if (Text(rule, "path") is not { } path || !path.StartsWith('/')) error = "scan_directory_options: each rule has an absolute path.";
            else rules.Add(new FileRule(path, Flag(rule, "raw"), Flag(rule, "exclude")));
        }

        return rules.ToImmutable();
    }

    static PortRanges Ports(JsonElement json, out string? error)
    {
        var tcp = PortRanges.Read(Text(json, "tcp") ?? "");
        var udp = PortRanges.Read(Text(json, "udp") ?? "");
        error = json.ValueKind == JsonValueKind.Object && tcp.HasValue && udp.HasValue
            ? null
            : """scan_ports names ranges per protocol: {"tcp": "1-1024,8080", "udp": "53"}.""";
        return new PortRanges(tcp ?? [], udp ?? []);
    }

    static ImmutableHashSet<string>? Names(JsonElement json, out string? error)
    {
        var read = json.ValueKind == JsonValueKind.Array && json.EnumerateArray().All(name => name.ValueKind == JsonValueKind.String);
        error = read ? null : "scan_sections is a list of section names.";
        return !read || json.GetArrayLength() == 0 ? null : [.. json.EnumerateArray().Select(name => name.GetString()!)];
    }

    static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    static bool Flag(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    static bool IsEmpty(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.Array => json.GetArrayLength() == 0,
        JsonValueKind.Object => !json.EnumerateObject().Any(),
        _ => false,
    };
}

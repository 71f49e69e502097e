using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;

namespace Merlon.Server.Hosting;

/// <summary>
/// Guardian and IQ share <c>/api/v2</c>. This decides whose a request is and moves it under a prefix of its own, so that routing never sees
/// the overlap. Only Guardian's paths lose suffixes, doubled slashes and spaces, as its real clients send them.
/// </summary>
sealed class ApiSelection(RequestDelegate next)
{
    /// <summary>Where Guardian's routes are mapped; unreachable from outside.</summary>
    public const string GuardianPrefix = "/_guardian";

    /// <summary>Where IQ's routes are mapped; unreachable from outside.</summary>
    public const string IqPrefix = "/_iq";

    /// <summary>Where a response format lost from the path (<c>json</c>, <c>csv</c>, <c>pdf</c>) is found.</summary>
    public const string FormatItem = "merlon.format";

    private const string Shared = "/api/v2";
    private static readonly FrozenSet<string> Formats = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "json", "csv", "pdf");
    private static readonly FrozenSet<string> OfIqAlone = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "applications", "organizations", "applicationCategories", "roles", "roleMemberships", "userTokens", "policyViolations", "policyWaivers", "policyWaiverReasons", "labels",
        "components", "licenseOverrides", "scan", "evaluation", "reports", "search", "sourceControl", "config", "dataRetentionPolicies", "product", "solutions", "licenses", "cpe", "cycloneDx", "spdx");
    private static readonly FrozenSet<string> Ambiguous = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "users", "policies");

    public Task InvokeAsync(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "/";
        if (path.StartsWith(GuardianPrefix, StringComparison.OrdinalIgnoreCase) || path.StartsWith(IqPrefix, StringComparison.OrdinalIgnoreCase))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
        if (path.StartsWith("//api/v2", StringComparison.OrdinalIgnoreCase)) path = path[1..];
        if (Rest(path, "/api/v1") is { } old && IsGuardianV1(old)) return Guardian(http, old);
        if (Rest(path, Shared) is not { } rest) return next(http);

        var segments = rest.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var first = segments.Length == 0 ? "" : segments[0];
        if (OfIqAlone.Contains(first) || (Ambiguous.Contains(first) && !SpeaksGuardian(http, rest)))
        {
            http.Request.Path = IqPrefix + rest;
            return next(http);
        }
        return Guardian(http, rest);
    }

    private Task Guardian(HttpContext http, string rest)
    {
        var segments = rest.Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (var i = 0; i < segments.Length; i++)
        {
            var dot = segments[i].LastIndexOf('.');
            if (dot <= 0 || !Formats.Contains(segments[i][(dot + 1)..])) continue;
            http.Items[FormatItem] = segments[i][(dot + 1)..].ToLowerInvariant();
            segments[i] = segments[i][..dot];
        }
        http.Request.Path = $"{GuardianPrefix}/{string.Join('/', segments)}";
        return next(http);
    }

    private static bool SpeaksGuardian(HttpContext http, string rest)
    {
        var authorization = http.Request.Headers.Authorization.ToString();
        return rest.Contains(".json", StringComparison.OrdinalIgnoreCase) || authorization.StartsWith("Token ", StringComparison.OrdinalIgnoreCase) || http.Items.ContainsKey(GuardianKeyItem);
    }

    /// <summary>Set by <see cref="GuardianKeys"/> when Basic carries a key pair made for Guardian alone.</summary>
    public const string GuardianKeyItem = "merlon.guardian-key";

    private static bool IsGuardianV1(string rest) =>
        rest.StartsWith("/nodes", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("/node_groups", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("/change_report", StringComparison.OrdinalIgnoreCase)
        || rest.StartsWith("/jobs", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("/policies", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("/operating_systems", StringComparison.OrdinalIgnoreCase)
        || rest.StartsWith("/operating_system_families", StringComparison.OrdinalIgnoreCase);

    private static string? Rest(string path, string prefix) =>
        path.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && (path.Length == prefix.Length || path[prefix.Length] == '/') ? path[prefix.Length..] : null;
}

using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Merlon.Server.OpenApi;
using Merlon.Server.Tests.Running;

namespace Merlon.Server.Tests.Apis.EveryOperation;

/// <summary>One operation of one API, as the server's own document tells of it.</summary>
/// <param name="Api">The name of its API, such as <c>guardian</c>.</param>
/// <param name="Path">Its public path, with the names of parameters in braces.</param>
/// <param name="Open">Whether everybody may call it.</param>
sealed partial record Operation(string Api, HttpMethod Method, string Path, bool Open)
{
    /// <summary>Whether it changes something.</summary>
    public bool Writes => Method != HttpMethod.Get && Method != HttpMethod.Head;

    /// <summary>Whether it names a resource of a tenant: lists that every tenant shares do not.</summary>
    public bool NamesSomething => Path.Contains('{', StringComparison.Ordinal) && !Path.Contains("operating_system", StringComparison.Ordinal);

    public override string ToString() => $"{Method} {Path}";

    /// <summary>Every operation that the server documents.</summary>
    public static async Task<IReadOnlyList<Operation>> All(RunningServer server)
    {
        using var client = server.Anonymous();
        List<Operation> all = [];
        foreach (var api in ApiDocument.All.Select(document => document.Name))
        {
            foreach (var (path, item) in (await client.GetAsync($"/openapi/{api}.json").Body())["paths"]!.AsObject())
                all.AddRange(item!.AsObject().Select(method => new Operation(api, new HttpMethod(method.Key.ToUpperInvariant()), path, IsOpen(method.Value!))));
        }
        return all;
    }

    /// <summary>The path with something in place of each parameter, given the segment before it and its name.</summary>
    public string Filled(Func<string, string, string> value)
    {
        var segments = Path.Split('/');
        return string.Join('/', segments.Select((segment, n) => Parameter().Replace(segment, match => value(segments[n - 1], match.Groups["name"].Value))));
    }

    private static bool IsOpen(JsonNode operation) => operation["security"] is JsonArray { Count: 0 };

    [GeneratedRegex(@"\{(?<name>[a-z]+)\}")]
    private static partial Regex Parameter();
}

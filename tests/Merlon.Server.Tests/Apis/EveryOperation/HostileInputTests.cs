using System.Net;
using Merlon.Server.Tests.Running;

namespace Merlon.Server.Tests.Apis.EveryOperation;

/// <summary>Each operation of each API with input that no honest client sends: the API's own error, never an error of the server.</summary>
public abstract class HostileInputTests(RunningServer server)
{
    // A zero byte (%00) in a path never reaches an API: the web server itself answers 400.
    private static readonly string[] Ids = ["0", "-1", "99999999999999999999999", "..%2f..%2fetc", "a%27%20OR%201=1--%F0%9F%92%A3", "{x}", new('9', 3000)];

    private static readonly string[] Values = ["99999999999999999999", "%F0%9F%92%A3';--[],," + new string('a', 3000)];

    private static readonly (string What, string Body)[] Documents =
    [
        ("nothing", ""), ("half", "{\"name\":"), ("null", "null"), ("a list", "[]"), ("a list of nulls", "[null]"), ("a text", "\"x\""), ("a number", "1"), ("empty", "{}"), ("xml", "<x/>"),
        ("null in each field", """{"name":null,"id":null,"publicId":null,"node":null,"environment":null,"status":null,"label":null,"currentRevision":null}"""),
        ("objects for texts", """{"name":{},"publicId":{},"organizationId":[],"node":{"name":{}},"environment":{"name":[]},"status":{},"label":[],"add":{},"finding_ids":{},"clientId":{}}"""),
        ("texts for lists", """{"name":"n","add":"x","finding_ids":"x","scopes":"x","applicationTags":"x","node":{"name":"n","scan_options":"x"},"status":"x"}"""),
        ("nulls in lists", """{"publicId":"n","name":"n","organizationId":"ROOT_ORGANIZATION_ID","applicationTags":[null],"findings":[null],"scopes":[null],"add":[null],"customFields":[null]}"""),
        ("numbers beyond their kind", """{"name":"n","currentRevision":1e400,"valid_for_seconds":9223372036854775808,"node":{"name":"n","medium_port":99999999999,"environment_id":1e30},"finding_ids":[1e30]}"""),
        ("a control character", """{"name":"a\u0000b","publicId":"a\u0000b","organizationId":"ROOT_ORGANIZATION_ID","node":{"name":"a\u0000b","node_type":"SV"},"environment":{"name":"a\u0000b"},"label":"a\u0000b","color":"light-red","description":"a\u0000b"}"""),
        ("half a surrogate pair", """{"name":"\ud800","publicId":"\ud800","node":{"name":"\ud800","node_type":"SV"},"environment":{"name":"\ud800"},"label":"\ud800"}"""),
        ("a long name", $$$"""{"name":"{{{new string('n', 100_000)}}}","publicId":"{{{new string('n', 100_000)}}}","node":{"name":"{{{new string('n', 100_000)}}}","node_type":"SV"},"environment":{"name":"{{{new string('n', 100_000)}}}"},"label":"{{{new string('n', 100_000)}}}"}"""),
        ("a deep list", new string('[', 20_000)), ("a deep object", string.Concat(Enumerable.Repeat("{\"node\":", 5_000))),
        ("a field twice", """{"name":"a","name":"b","node":{"name":"a","name":"b"},"node":{"name":"c"}}"""),
    ];

    [Fact]
    public async Task Ids_ThatNoneHas_AreRefusedInTheApisOwnWords()
    {
        var furnished = await Furnished.For(server, this);
        await Run(furnished, (await Operation.All(server)).Where(o => o.NamesSomething), operation => Ids.Select(id => (id[..Math.Min(id.Length, 30)], Address: operation.Filled((_, _) => id), (string?)null)));
    }

    [Fact]
    public async Task Queries_WithAnything_AreNeverAnErrorOfTheServer()
    {
        var furnished = await Furnished.For(server, this);
        await Run(furnished, (await Operation.All(server)).Where(o => !o.Writes), operation =>
            from key in Keys(operation) from value in key == Keys(operation)[0] ? [.. Values, "%00"] : Values select ($"{key}={value[..Math.Min(value.Length, 30)]}", Path(furnished, operation) + $"?{key}={value}", (string?)null));
    }

    [Fact]
    public async Task Bodies_OfTheWrongShape_AreNeverAnErrorOfTheServer()
    {
        var furnished = await Furnished.For(server, this);
        await Run(furnished, (await Operation.All(server)).Where(o => o.Writes && o.Method != HttpMethod.Delete && !o.Path.Contains("session", StringComparison.Ordinal)), operation =>
            Documents.Select(document => (document.What, furnished.Address(operation), (string?)document.Body)));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task Bodies_OfAnotherType_AreRefusedInTheApisOwnWords(string type)
    {
        var furnished = await Furnished.For(server, this);
        List<string> problems = [];
        foreach (var operation in (await Operation.All(server)).Where(o => o.Writes && o.Method != HttpMethod.Delete && o.Api != "guardian" && furnished.Takes(o)))
        {
            using var answer = await furnished.Call(furnished.Owner, operation, type: type);
            var text = await answer.Content.ReadAsStringAsync();
            var problem = answer.StatusCode == HttpStatusCode.BadRequest ? Envelopes.Problem(operation.Api, answer.StatusCode, text) : "is not refused as unreadable";
            if (problem is not null) problems.Add($"{operation} {problem}: {(int)answer.StatusCode} {text}");
        }
        problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("qwiet", "/api/v4/nothing", HttpStatusCode.NotFound)]
    [InlineData("code-insight", "/codeinsight/api/nothing", HttpStatusCode.NotFound)]
    [InlineData("code-insight", "/codeinsight/api/project/nothing", HttpStatusCode.BadRequest)]
    [InlineData("api-security", "/v1/nothing", HttpStatusCode.NotFound)]
    [InlineData("guardian", "/api/v2/nothing.json", HttpStatusCode.NotFound)]
    [InlineData("iq", "/api/v2/applications/nothing/at/all", HttpStatusCode.NotFound)]
    public async Task Operations_ThatAreNotThere_AreRefusedInTheApisOwnWords(string api, string path, HttpStatusCode expected)
    {
        var furnished = await Furnished.For(server, this);
        using var nobody = server.Anonymous();
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Post, HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete, HttpMethod.Options, HttpMethod.Trace, new("MADEUP")])
        {
            using var answer = await furnished.Owner.SendAsync(new HttpRequestMessage(method, path));
            answer.StatusCode.ShouldBe(expected, $"{method}");
            Envelopes.Problem(api, answer.StatusCode, await answer.Content.ReadAsStringAsync()).ShouldBeNull($"{method}");
            (await nobody.SendAsync(new HttpRequestMessage(method, path))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }
    }

    // Refused while it is read, before the handler.
    [Theory]
    [InlineData("/codeinsight/api/projects/1/allscannedfiles?includeMD5Hash=perhaps")]
    [InlineData("/api/v2/applications?includeCategories=perhaps")]
    public async Task Refusals_OfWhatCannotBeBound_CarryWhatEveryAnswerCarries(string path)
    {
        var furnished = await Furnished.For(server, this);
        using var answer = await furnished.Owner.GetAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Headers.GetValues("X-Request-Id").ShouldHaveSingleItem();
        if (path.StartsWith("/api/v2", StringComparison.Ordinal)) answer.Headers.Server.ToString().ShouldStartWith("NexusIQ/");
    }

    [Theory]
    [InlineData("Basic AGE6Yg==")]
    [InlineData("Basic YWRtaW4=")]
    [InlineData("Basic !!!")]
    [InlineData("Bearer")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZG1pbiJ9.")]
    [InlineData("Token token=\"\"")]
    [InlineData("Nothing")]
    public async Task Credentials_OfNobody_AreRefusedInTheApisOwnWords(string header)
    {
        foreach (var operation in (await Operation.All(server)).Where(o => !o.Open).DistinctBy(o => o.Api))
        {
            using var client = server.Anonymous();
            client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header).ShouldBeTrue();
            using var answer = await client.SendAsync(new HttpRequestMessage(operation.Method, operation.Filled((_, _) => "1")));
            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, operation.ToString());
            Envelopes.Problem(operation.Api, answer.StatusCode, await answer.Content.ReadAsStringAsync()).ShouldBeNull(operation.ToString());
        }
    }

    // The keys that the API's pages of results, filters and switches go by, whether this operation reads them or not.
    private static string[] Keys(Operation operation) => operation.Api switch
    {
        "qwiet" => ["page", "per_page", "scan", "type", "version", "severity", "status", "only_counts", "fields", "sort", "tags", "query", "include_dataflows", "limit", "finding_id"],
        "guardian" => ["page", "per_page", "status", "node_id", "name", "external_id", "date_from", "date_to", "view_id", "view_name", "source_id", "search", "type", "nodes[][id]", "nodes[]", "last_scan_status", "sections"],
        "code-insight" => ["offset", "limit", "page", "size", "published", "cvssVersion", "vulnerabilitySummary", "projectName", "reviewStatus", "alerts", "includeMD5Hash", "skipVulnerabilities"],
        "iq" => ["publicId", "includeCategories", "organizationName"],
        _ => ["page", "current_revision"],
    };

    private static string Path(Furnished furnished, Operation operation) => furnished.Address(operation).Split('?')[0];

    private static async Task Run(Furnished furnished, IEnumerable<Operation> operations, Func<Operation, IEnumerable<(string What, string Address, string? Body)>> calls)
    {
        List<string> problems = [];
        foreach (var operation in operations)
        {
            foreach (var (what, address, body) in calls(operation))
            {
                using var answer = await furnished.Call(furnished.Owner, operation, address, body);
                if (answer.IsSuccessStatusCode || answer.StatusCode is HttpStatusCode.RequestUriTooLong or HttpStatusCode.RequestHeaderFieldsTooLarge) continue;
                var text = await answer.Content.ReadAsStringAsync();
                if (Envelopes.Problem(operation.Api, answer.StatusCode, text) is { } problem) problems.Add($"{operation} with {what} {problem}: {(int)answer.StatusCode} {text[..Math.Min(text.Length, 160)]}");
            }
        }
        problems.ShouldBeEmpty();
    }

    public sealed class OnSqlite(SqliteServer server) : HostileInputTests(server);

    public sealed class OnPostgres(PostgresServer server) : HostileInputTests(server);
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Merlon.Server.Tests.Apis.Guardian;
using Merlon.Server.Tests.Apis.Qwiet;
using Merlon.Server.Tests.Findings;
using Merlon.Server.Tests.Running;

namespace Merlon.Server.Tests.Apis.EveryOperation;

/// <summary>A tenant that has one of everything, so that each operation can be called as its owner would. Every name in it holds <see cref="Marker"/>.</summary>
sealed class Furnished
{
    private static readonly ConcurrentDictionary<(RunningServer, Type), Lazy<Task<Furnished>>> Shared = new();

    private readonly Dictionary<(string Api, string Before, string Name), string> _values = [];

    private Furnished(TestTenant tenant, HttpClient owner) => (Tenant, Owner, Marker) = (tenant, owner, $"furnished{tenant.Id.Key}x");

    public TestTenant Tenant { get; }

    /// <summary>A client that may do everything.</summary>
    public HttpClient Owner { get; }

    /// <summary>A word that nothing of another tenant holds.</summary>
    public string Marker { get; }

    /// <summary>The one that all tests of a class share: furnishing takes three scans.</summary>
    public static Task<Furnished> For(RunningServer server, object test) => Shared.GetOrAdd((server, test.GetType()), _ => new Lazy<Task<Furnished>>(() => New(server))).Value;

    private static async Task<Furnished> New(RunningServer server)
    {
        var tenant = await server.NewTenant();
        var furnished = new Furnished(tenant, await tenant.Admin());
        await furnished.Code();
        await furnished.Machines();
        return furnished;
    }

    /// <summary>The address of an operation on what is here.</summary>
    public string Address(Operation operation) =>
        operation.Filled((before, name) => Value(operation.Api, before, name)) + Queries.GetValueOrDefault(operation.Path, "").Replace("{node}", Value("guardian", "nodes", "id"), StringComparison.Ordinal)
            .Replace("{scan}", Value("guardian", "node_scans", "id"), StringComparison.Ordinal).Replace("{project}", Value("code-insight", "projects", "id"), StringComparison.Ordinal).Replace("{marker}", Marker, StringComparison.Ordinal);

    /// <summary>Whether an operation takes a document.</summary>
    public bool Takes(Operation operation) => Bodies.GetValueOrDefault($"{operation.Method} {operation.Path}")?[0] is '{' or '[';

    /// <summary>Calls an operation on what is here, with a body that its owner could send.</summary>
    public Task<HttpResponseMessage> Call(HttpClient client, Operation operation, string? address = null, string? body = null, string type = "application/json")
    {
        var request = new HttpRequestMessage(operation.Method, address ?? Address(operation));
        var text = body ?? Bodies.GetValueOrDefault($"{operation.Method} {operation.Path}")?.Replace("{organization}", Value("iq", "organization", "id"), StringComparison.Ordinal).Replace("{tag}", Value("iq", "tag", "id"), StringComparison.Ordinal);
        if (operation.Writes && text is not null) request.Content = new StringContent(text, System.Text.Encoding.UTF8, MediaTypeHeaderValue.Parse(type));
        return client.SendAsync(request);
    }

    private string Value(string api, string before, string name) =>
        _values.TryGetValue((api, before, name), out var exact) ? exact
        : _values.TryGetValue((api, before, "id"), out var any) ? any
        : throw new KeyNotFoundException($"The furnished tenant has nothing for {api}: {before}/{{{name}}}");

    private async Task Code()
    {
        await Tenant.Application(Marker);
        var application = (await Owner.GetAsync($"/api/v2/applications?publicId={Marker}").Body())["applications"]![0]!;
        var (id, organization) = ((string)application["id"]!, (string)application["organizationId"]!);
        var tag = await Owner.Post($"/api/v2/applicationCategories/organization/{organization}", new { name = $"{Marker} tag", color = "light-red", description = "d" }).Body();
        var deployment = await Owner.Post($"/v1/apps/{Guid.Parse(id)}/envs", new { name = $"{Marker} place" }).Body();
        var scheme = await Owner.Post($"/v1/envs/{deployment["id"]}/security-schemes", JsonNode.Parse(Scheme)!).Body();
        var project = (await Owner.GetAsync($"/codeinsight/api/project/id?projectName={Marker}").Body())["Content: "]!;
        // First: what a scan of a branch finds takes the place of what the one before it found.
        await Tenant.Scan(Marker, [Scanned.Weakness($"{Marker}a"), Scanned.Weakness($"{Marker}b")]);
        var finding = (await Owner.GetAsync($"{Tenant.Org("apps")}/{Marker}/findings").Response())["findings"]![0]!["id"]!;
        await Owner.PostAsync($"/codeinsight/api/project/uploadProjectCodebase?projectId={project}", CodeInsight.ScanTests.Zip(("package-lock.json", CodeInsight.ScanTests.Lock), ($"{Marker}.js", "let a = 1;\n"))).Body();
        var task = (await Owner.PostAsync($"/codeinsight/api/scanResource/projectScan/{project}", null).Body())["Content: "]!;
        await CodeInsight.ScanTests.Finished(Owner, task);
        var role = (await Owner.GetAsync(Tenant.Org("roles")).Response())[0]!["id"]!;
        var token = await Owner.Post(Tenant.Org("tokens"), new { label = $"{Marker} token", role_id = role.DeepClone(), token_type = "integration" }).Response();

        Add("api-security", ("accounts", "id", Tenant.Id.Id.ToString()), ("apps", "id", Guid.Parse(id).ToString()), ("apps", "name", Marker), ("envs", "id", $"{deployment["id"]}"), ("envs", "name", $"{Marker} place"), ("security-schemes", "id", $"{scheme["id"]}"));
        Add("code-insight", ("projects", "id", $"{project}"), ("inventory", "id", $"{project}"), ("projectScan", "id", $"{project}"), ("scanStatus", "id", $"{task}"), ("jobs", "id", $"{task}"));
        Add("iq", ("organization", "id", organization), ("organizations", "id", organization), ("applications", "id", id), ("tag", "id", $"{tag["id"]}"), ("{id}", "tag", $"{tag["id"]}"));
        Add("qwiet", ("orgs", "id", Tenant.Id.Id.ToString()), ("apps", "id", Marker), ("findings", "id", $"{finding}"), ("scans", "id", "1"), ("teams", "id", Guid.Empty.ToString()), ("tokens", "id", $"{token["id"]}"));
    }

    private async Task Machines()
    {
        var environment = await Owner.Post("/api/v2/environments.json", new { environment = new { name = $"{Marker} room" } }).Body(HttpStatusCode.Created);
        using var machine = await ScannedMachine.In(Owner);
        await Owner.Put($"/api/v2/nodes/{machine.Id}.json", new { node = new { name = Marker, external_id = Marker, environment_id = environment["id"]!.DeepClone() } }).Is(HttpStatusCode.NoContent);
        await machine.Scan();
        var scans = (await Owner.GetAsync($"/api/v2/node_scans.json?node_id={machine.Id}").Body()).AsArray();
        var job = (await Owner.GetAsync("/api/v2/jobs.json").Body()).AsArray()[0]!;
        var system = (await Owner.GetAsync("/api/v2/operating_systems.json").Body()).AsArray()[0]!;
        Add("guardian", ("environments", "id", $"{environment["id"]}"), ("nodes", "id", $"{machine.Id}"), ("node_scans", "id", $"{scans[0]!["id"]}"), ("jobs", "id", $"{job["id"]}"), ("operating_system_families", "id", "1"), ("operating_systems", "id", $"{system["id"]}"));
    }

    private void Add(string api, params (string Before, string Name, string Value)[] values)
    {
        foreach (var (before, name, value) in values) _values[(api, before, name)] = value;
    }

    private const string Scheme = """{"name":"login","providerType":{"type":"Gitlab"},"clientId":"client","clientSecret":"s3cret","redirectUrl":"https://app.example.com/callback","scopes":["email"]}""";

    // What an operation cannot do without.
    private static readonly Dictionary<string, string> Queries = new()
    {
        ["/codeinsight/api/project/id"] = "?projectName={marker}",
        ["/codeinsight/api/project/uploadProjectCodebase"] = "?projectId={project}",
        ["/api/v2/environments/lookup.json"] = "?name={marker}%20room",
        ["/v1/security-schemes/{id}"] = "?current_revision=0",
        ["/api/v2/nodes/{id}/ci_data.json"] = "?ci_type=files",
        ["/api/v2/nodes/lookup.json"] = "?name={marker}",
        ["/api/v2/nodes/diff.json"] = "?node_id={node}",
        ["/api/v2/node_scans.json"] = "?node_id={node}",
        ["/api/v2/node_scans/search.json"] = "?query={marker}",
        ["/api/v2/node_scans/{id}/compare.json"] = "?source_id={scan}",
        ["/api/v2/jobs.json"] = "?type=11&type_id={node}",
        ["/api/v2/operating_systems/lookup.json"] = "?query=Debian",
        ["/api/v2/events.json"] = "?view_name=All",
        ["/api/v2/applications/{id}/clone"] = "?clonedApplicationName={marker}copy",
    };

    private static readonly Dictionary<string, string> Bodies = new()
    {
        ["POST /v1/accounts/{account}/apps"] = """{"name":"another"}""",
        ["POST /v1/apps/{application}/envs"] = """{"name":"another"}""",
        ["POST /v1/envs/{deployment}/security-schemes"] = Scheme,
        ["PATCH /v1/security-schemes/{id}"] = """{"currentRevision":0,"clientId":"other"}""",
        ["POST /codeinsight/api/projects"] = """{"name":"another"}""",
        ["PUT /codeinsight/api/projects/{id}"] = """{"description":"another"}""",
        ["POST /codeinsight/api/project/uploadProjectCodebase"] = "x",
        ["POST /api/v2/environments.json"] = """{"environment":{"name":"another"}}""",
        ["PUT /api/v2/environments/{id}.json"] = """{"environment":{"short_description":"another"}}""",
        ["POST /api/v2/nodes.json"] = """{"node":{"name":"another","node_type":"SV"}}""",
        ["PUT /api/v2/nodes/{id}.json"] = """{"node":{"short_description":"another"}}""",
        ["POST /api/v2/applications"] = """{"publicId":"another","name":"another","organizationId":"{organization}"}""",
        ["PUT /api/v2/applications/{id}"] = """{"publicId":"another","name":"another","organizationId":"{organization}"}""",
        ["POST /api/v2/organizations"] = """{"name":"another"}""",
        ["POST /api/v2/applicationCategories/organization/{id}"] = """{"name":"another","color":"light-red","description":"d"}""",
        ["PUT /api/v2/applicationCategories/organization/{id}"] = """{"id":"{tag}","name":"another","color":"light-red","description":"d"}""",
        ["PUT /api/v4/orgs/{org}/apps"] = """[{"id":"another"}]""",
        ["POST /api/v4/orgs/{org}/apps/{app}/labels"] = """{"add":["team=x"]}""",
        ["PUT /api/v4/orgs/{org}/apps/{app}/findings/{finding}/status"] = """{"status":"ignore"}""",
        ["PUT /api/v4/orgs/{org}/apps/{app}/findings/{finding}/assignment"] = """{"assignee":null}""",
        ["PUT /api/v4/orgs/{org}/apps/{app}/findings_status"] = """{"finding_ids":["1"],"status":"ignore"}""",
        ["PUT /api/v4/orgs/{org}/apps/{app}/findings_assignment"] = """{"finding_ids":["1"],"assignee":null}""",
        ["POST /api/v4/orgs/{org}/tokens"] = """{"label":"another","role_id":"read","token_type":"integration"}""",
    };
}

using System.Net;
using System.Text.Json.Nodes;
using Merlon.Server.Tests.Running;

namespace Merlon.Server.Tests.Apis.Qwiet;

/// <summary>Short words for what the tests of the Qwiet API say.</summary>
static class QwietClient
{
    /// <summary>The path of something in the tenant's organization.</summary>
    public static string Org(this TestTenant tenant, string rest) => $"/api/v4/orgs/{tenant.Id.Id}/{rest}";

    /// <summary>The response inside the envelope of a success.</summary>
    public static async Task<JsonNode> Response(this Task<HttpResponseMessage> sending)
    {
        var body = await sending.Body();
        ((bool)body["ok"]!).ShouldBeTrue();
        return body["response"]!;
    }

    /// <summary>Checks a refusal: the status, the code and that the envelope has no key beyond the four that clients know.</summary>
    public static async Task<JsonObject> Refused(this Task<HttpResponseMessage> sending, HttpStatusCode status, string code)
    {
        var body = (await sending.Body(status)).AsObject();
        ((bool)body["ok"]!).ShouldBeFalse();
        ((string)body["code"]!).ShouldBe(code);
        ((string)body["message"]!).ShouldNotBeNullOrEmpty();
        body.Select(p => p.Key).Except(["ok", "code", "message", "validation_errors"]).ShouldBeEmpty();
        return body;
    }

    /// <summary>The ids of the findings of a response.</summary>
    public static int[] Ids(this JsonNode response) => [.. response["findings"]!.AsArray().Select(f => int.Parse((string)f!["id"]!))];
}

using System.Text.Json;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;
using Microsoft.AspNetCore.Http;

namespace Merlon.Server.Apis.Wire;

/// <summary>
/// How one API speaks: serializer and naming, parse errors, challenge, refusals. One file an API, so that an endpoint never thinks of them.
/// </summary>
abstract class Dialect
{
    /// <summary>Whose dialect it is.</summary>
    public abstract ApiName Api { get; }

    /// <summary>The API's name in <c>/openapi/{name}.json</c>, logs and metrics.</summary>
    public abstract string Name { get; }

    /// <summary>How bodies are read and written.</summary>
    public abstract JsonSerializerOptions Json { get; }

    /// <summary><see cref="Json"/>, refusing text that cannot be kept.</summary>
    public JsonSerializerOptions Reading => field ??= new JsonSerializerOptions(Json) { Converters = { new StorableText() } };

    /// <summary>True: a caller who holds an endpoint's scope nowhere is refused before any resource is looked at. False: the domain decides alone, and a stranger sees "not found".</summary>
    public virtual bool RefusesWithoutScope => true;

    /// <summary>Writes why something was not done, in the API's envelope.</summary>
    public abstract Task Refuse(HttpContext http, Refusal refusal);

    /// <summary>Writes the answer to missing or wrong credentials (401).</summary>
    public abstract Task Challenge(HttpContext http);

    /// <summary>Writes a failure that is ours (500, or another <paramref name="status"/> such as 429 or 503). <paramref name="message"/> never holds internals.</summary>
    public abstract Task Fail(HttpContext http, int status, string message);

    /// <summary>Writes the answer to an id in the path that cannot be one.</summary>
    public virtual Task Malformed(HttpContext http, string name, string text) => Refuse(http, new Refusal.NotFound(name));

    /// <summary>Writes a value as JSON.</summary>
    public virtual Task Write<T>(HttpContext http, T value, int status)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(value, Json, "application/json; charset=utf-8", http.RequestAborted);
    }

    /// <summary>Called before anything is decided, for headers that every answer of the API carries.</summary>
    public virtual void OnStarting(HttpContext http) { }
}

using Merlon.Core.Outcomes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using System.Reflection;

namespace Merlon.Server.Apis.Wire;

/// <summary>Maps outcomes to answers in the dialect of the endpoint that is running.</summary>
static class ApiResults
{
    /// <summary>The mapped value with the status that the route declares (200 where it declares none), or the refusal in the API's envelope.</summary>
    public static ApiResult<TWire> ToApi<T, TWire>(this Outcome<T> outcome, Func<T, TWire> map) => outcome.Refusal is { } refusal ? new(default, refusal) : new(map(outcome.Value), null);

    /// <inheritdoc cref="ToApi{T, TWire}(Outcome{T}, Func{T, TWire})"/>
    public static async Task<ApiResult<TWire>> ToApi<T, TWire>(this Task<Outcome<T>> outcome, Func<T, TWire> map) => (await outcome).ToApi(map);

    /// <summary>An empty answer with the status that the route declares, or the refusal.</summary>
    public static ApiResult<Nothing> ToApi<T>(this Outcome<T> outcome) => new(null, outcome.Refusal);

    /// <inheritdoc cref="ToApi{T}(Outcome{T})"/>
    public static async Task<ApiResult<Nothing>> ToApi<T>(this Task<Outcome<T>> outcome) => (await outcome).ToApi();

    /// <summary>A value that cannot have been refused.</summary>
    public static ApiResult<TWire> Ok<TWire>(TWire value) => new(value, null);

    /// <summary>A refusal decided at the edge (a body or query that the dialect itself judges).</summary>
    public static ApiResult<TWire> Refused<TWire>(Refusal refusal) => new(default, refusal);
}

/// <summary>An answer without a body.</summary>
sealed record Nothing;

/// <summary>An answer that is written by the endpoint's dialect.</summary>
sealed class ApiResult<TWire>(TWire? value, Refusal? refusal) : IResult, IEndpointMetadataProvider
{
    /// <summary>Why not, or null.</summary>
    public Refusal? Refusal => refusal;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var metadata = httpContext.GetEndpoint()!.Metadata;
        var dialect = metadata.GetRequiredMetadata<Dialect>();
        var status = metadata.GetMetadata<SuccessStatus>()?.Status ?? StatusCodes.Status200OK;
        if (refusal is not null) return dialect.Refuse(httpContext, refusal);
        if (value is not null) return dialect.Write(httpContext, value, status);
        httpContext.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    /// <summary>Tells the OpenAPI document what the answer is.</summary>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        if (typeof(TWire) != typeof(Nothing)) builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(TWire), ["application/json"]));
    }
}

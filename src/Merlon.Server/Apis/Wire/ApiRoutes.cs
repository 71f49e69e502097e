using System.Collections.Immutable;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Merlon.Server.Apis.Wire;

/// <summary>The route table of one API. Each entry declares what it needs; one without a declaration keeps the server from starting.</summary>
sealed class ApiRoutes
{
    private readonly RouteGroupBuilder _group;

    /// <summary>Routes under <paramref name="prefix"/> that speak <paramref name="dialect"/>.</summary>
    public ApiRoutes(IEndpointRouteBuilder routes, string prefix, Dialect dialect)
    {
        Dialect = dialect;
        _group = routes.MapGroup(prefix).WithMetadata(dialect).WithGroupName(dialect.Name);
    }

    /// <summary>The dialect of every route here.</summary>
    public Dialect Dialect { get; }

    public IEndpointConventionBuilder Get(string path, Delegate handler) => Map(HttpMethods.Get, path, handler);

    public IEndpointConventionBuilder Head(string path, Delegate handler) => Map(HttpMethods.Head, path, handler);

    public IEndpointConventionBuilder Post(string path, Delegate handler) => Map(HttpMethods.Post, path, handler);

    public IEndpointConventionBuilder Put(string path, Delegate handler) => Map(HttpMethods.Put, path, handler);

    public IEndpointConventionBuilder Patch(string path, Delegate handler) => Map(HttpMethods.Patch, path, handler);

    public IEndpointConventionBuilder Delete(string path, Delegate handler) => Map(HttpMethods.Delete, path, handler);

    /// <summary>Whatever else is asked for below <paramref name="path"/>, by whatever method, is not found in this API's own words, once the caller is known: operations that its page in docs/apis lists as "not yet", too.</summary>
    public void Rest(string path = "")
    {
        Map(null, path + "/{**rest}", Elsewhere).NeedsAnyCaller().ExcludeFromDescription();
    }

    private static ApiResult<Nothing> Elsewhere() => ApiResults.Refused<Nothing>(new Refusal.NotFound("operation"));

    private IEndpointConventionBuilder Map(string? method, string path, Delegate handler) =>
        new HandlerOnDemand(handler, RefuseUnreadable).MapTo(_group, method, path);

    // Ids and bodies arrive as values that know whether they could be read, so that what cannot is this API's own refusal.
    private async ValueTask<object?> RefuseUnreadable(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        foreach (var argument in call.Arguments)
        {
            switch (argument)
            {
                case IPathId { Malformed: true } id:
                    await Dialect.Malformed(call.HttpContext, "resource", id.Text);
                    return Results.Empty;
                case IBody { Unreadable: { } refusal }:
                    await Dialect.Refuse(call.HttpContext, refusal);
                    return Results.Empty;
            }
        }
        return await next(call);
    }
}

/// <summary>What an endpoint needs its caller to hold: any one of the scopes. Declares only; the domain decides on the loaded resource.</summary>
sealed record NeedsScope(params Scope[] AnyOf);

/// <summary>Any caller with a valid credential.</summary>
sealed record NeedsCaller;

/// <summary>No credential at all.</summary>
sealed record NeedsNobody;

/// <summary>With which status an endpoint answers what was done, where that is not 200; also what its API's document says.</summary>
sealed record SuccessStatus(int Status);

/// <summary>The query keys that an endpoint reads by itself, for its API's document.</summary>
sealed record QueryKeys(ImmutableArray<string> Names);

/// <summary>The declarations that a route table makes.</summary>
static class ApiRouteDeclarations
{
    /// <summary>Needs any one of these scopes.</summary>
    public static TRoute Needs<TRoute>(this TRoute route, params Scope[] anyOf) where TRoute : IEndpointConventionBuilder => route.WithMetadata(new NeedsScope(anyOf));

    /// <summary>Needs a valid credential, whatever it may do.</summary>
    public static TRoute NeedsAnyCaller<TRoute>(this TRoute route) where TRoute : IEndpointConventionBuilder => route.WithMetadata(new NeedsCaller());

    /// <summary>Open to everybody.</summary>
    public static TRoute Open<TRoute>(this TRoute route) where TRoute : IEndpointConventionBuilder => route.WithMetadata(new NeedsNobody());

    /// <summary>Reads these query keys.</summary>
    public static TRoute Asks<TRoute>(this TRoute route, QueryKeys keys) where TRoute : IEndpointConventionBuilder => route.WithMetadata(keys);

    /// <summary>What was done is answered with this status.</summary>
    public static TRoute Answers<TRoute>(this TRoute route, int status) where TRoute : IEndpointConventionBuilder => route.WithMetadata(new SuccessStatus(status));
}

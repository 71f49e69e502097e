using Merlon.Core.Identity;
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
        _group.AddEndpointFilter(RefuseUnreadable);
    }

    /// <summary>The dialect of every route here.</summary>
    public Dialect Dialect { get; }

    public RouteHandlerBuilder Get(string path, Delegate handler) => Map(HttpMethods.Get, path, handler);

    public RouteHandlerBuilder Head(string path, Delegate handler) => Map(HttpMethods.Head, path, handler);

    public RouteHandlerBuilder Post(string path, Delegate handler) => Map(HttpMethods.Post, path, handler);

    public RouteHandlerBuilder Put(string path, Delegate handler) => Map(HttpMethods.Put, path, handler);

    public RouteHandlerBuilder Patch(string path, Delegate handler) => Map(HttpMethods.Patch, path, handler);

    public RouteHandlerBuilder Delete(string path, Delegate handler) => Map(HttpMethods.Delete, path, handler);

    private RouteHandlerBuilder Map(string method, string path, Delegate handler) => _group.MapMethods(path, [method], handler);

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

/// <summary>The declarations that a route table makes.</summary>
static class ApiRouteDeclarations
{
    /// <summary>Needs any one of these scopes.</summary>
    public static RouteHandlerBuilder Needs(this RouteHandlerBuilder route, params Scope[] anyOf) => route.WithMetadata(new NeedsScope(anyOf));

    /// <summary>Needs a valid credential, whatever it may do.</summary>
    public static RouteHandlerBuilder NeedsAnyCaller(this RouteHandlerBuilder route) => route.WithMetadata(new NeedsCaller());

    /// <summary>Open to everybody.</summary>
    public static RouteHandlerBuilder Open(this RouteHandlerBuilder route) => route.WithMetadata(new NeedsNobody());
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Merlon.Server.Apis.Wire;

/// <summary>
/// An endpoint's handler whose binding of parameters is compiled with its first request. Compiling those of all operations took a third of
/// a start; what describes the endpoint is known from the beginning.
/// </summary>
/// <param name="handler">What answers; its parameters are bound as the framework binds those of any handler.</param>
/// <param name="filter">What sees the bound parameters before it.</param>
sealed class HandlerOnDemand(Delegate handler, Func<EndpointFilterInvocationContext, EndpointFilterDelegate, ValueTask<object?>> filter)
{
    private RequestDelegate? _compiled;

    /// <summary>Puts the endpoint into a route table.</summary>
    /// <param name="method">What it answers to; null for any method.</param>
    public IEndpointConventionBuilder MapTo(IEndpointRouteBuilder routes, string? method, string path)
    {
        var route = method is null ? routes.Map(path, _ => Task.CompletedTask) : routes.MapMethods(path, [method], _ => Task.CompletedTask);
        route.Add(endpoint => Describe((RouteEndpointBuilder)endpoint, takesBody: method == HttpMethods.Post || method == HttpMethods.Put || method == HttpMethods.Patch));
        return route;
    }

    private void Describe(RouteEndpointBuilder endpoint, bool takesBody)
    {
        // Of its own, since the framework compiles at once what has filters.
        var handled = new RouteEndpointBuilder(null, endpoint.RoutePattern, endpoint.Order) { ApplicationServices = endpoint.ApplicationServices };
        handled.FilterFactories.Add((_, next) => call => filter(call, next));
        var options = new RequestDelegateFactoryOptions
        {
            ServiceProvider = endpoint.ApplicationServices,
            RouteParameterNames = endpoint.RoutePattern.Parameters.Select(parameter => parameter.Name),
            ThrowOnBadRequest = true,
            DisableInferBodyFromParameters = !takesBody,
            EndpointBuilder = handled,
        };
        var described = RequestDelegateFactory.InferMetadata(handler.Method, options);
        endpoint.Metadata.Add(handler.Method);
        foreach (var told in handled.Metadata) endpoint.Metadata.Add(told);
        endpoint.RequestDelegate = http => (_compiled ??= RequestDelegateFactory.Create(handler, options, described).RequestDelegate)(http);
    }
}

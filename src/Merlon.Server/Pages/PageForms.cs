using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Merlon.Server.Pages;

/// <summary>The declaration of routes that take a form.</summary>
static class PageForms
{
    private const int MaxBytes = 64 << 10;

    /// <summary>Takes the form only with the token that a page of ours put into it.</summary>
    public static RouteHandlerBuilder TakesForm(this RouteHandlerBuilder route) => route.AddEndpointFilter(Check).WithMetadata(new RequestSizeLimitAttribute(MaxBytes));

    private static async ValueTask<object?> Check(EndpointFilterInvocationContext call, EndpointFilterDelegate next) =>
        await call.HttpContext.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(call.HttpContext)
            ? await next(call)
            : Page<RefusedPage>.With(RefusedView.Stale, RefusedView.Stale.Status);
}

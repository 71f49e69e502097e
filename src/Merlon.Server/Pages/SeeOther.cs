using Microsoft.AspNetCore.Http;

namespace Merlon.Server.Pages;

/// <summary>Goes on after a form: 303, so that going back in the browser never sends the form again.</summary>
sealed class SeeOther(string address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        (httpContext.Response.StatusCode, httpContext.Response.Headers.Location) = (StatusCodes.Status303SeeOther, address);
        return Task.CompletedTask;
    }
}

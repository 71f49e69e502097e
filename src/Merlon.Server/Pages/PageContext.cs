using Merlon.Core.Identity;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace Merlon.Server.Pages;

/// <summary>What every page knows of the request that asked for it. One per request.</summary>
public sealed class PageContext(IAntiforgery antiforgery)
{
    private HttpContext? _http;

    /// <summary>Who looks; null for nobody.</summary>
    public Caller? Caller { get; private set; }

    /// <summary>What the search box holds.</summary>
    public string Search => _http!.Request.Path == "/search" ? _http.Request.Query["q"].ToString() : "";

    /// <summary>The address of this server, as commands that a person pastes name it.</summary>
    public string Address => $"{_http!.Request.Scheme}://{_http.Request.Host}";

    /// <summary>The name of the field that <see cref="FormToken"/> goes into.</summary>
    public string FormField => antiforgery.GetTokens(_http!).FormFieldName;

    /// <summary>What every form carries, so that no other site can send it.</summary>
    public string FormToken => antiforgery.GetAndStoreTokens(_http!).RequestToken!;

    internal void Begin(HttpContext http, Caller? caller) => (_http, Caller) = (http, caller);
}

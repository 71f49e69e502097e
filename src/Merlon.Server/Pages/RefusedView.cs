using Merlon.Core.Outcomes;
using Microsoft.AspNetCore.Http;

namespace Merlon.Server.Pages;

/// <summary>Why a page cannot be shown, in words for a person.</summary>
public sealed record RefusedView(int Status, string Title, string Words)
{
    /// <summary>The words for what Core refuses. What does not exist and what may not be seen look the same.</summary>
    public static RefusedView Of(Refusal refusal) => refusal switch
    {
        Refusal.Forbidden => new(StatusCodes.Status403Forbidden, "Not for you", "Your roles do not include this. Somebody who manages access can give you one that does."),
        Refusal.Invalid invalid => new(StatusCodes.Status400BadRequest, "That cannot be read", string.Join(" ", invalid.Errors.Select(error => error.Error))),
        Refusal.NotFound missing => new(StatusCodes.Status404NotFound, "Not here", $"There is no such {missing.What}, or it is not yours to see."),
        Refusal.Conflict conflict => new(StatusCodes.Status409Conflict, "Not now", conflict.Why),
        _ => new(StatusCodes.Status409Conflict, "Not now", "Somebody changed this meanwhile. Open it again."),
    };

    /// <summary>A form whose token does not fit: too old, or not sent by a page of ours.</summary>
    public static readonly RefusedView Stale = new(StatusCodes.Status400BadRequest, "This form is too old", "Go back, load the page again and send it once more.");

    /// <summary>An address that no page has.</summary>
    public static readonly RefusedView NoPage = new(StatusCodes.Status404NotFound, "Not here", "There is no page at this address.");

    /// <summary>Something broke on our side.</summary>
    public static RefusedView Broken(string request) => new(StatusCodes.Status500InternalServerError, "Something broke on our side", $"The server's log has the details under request {request}.");
}

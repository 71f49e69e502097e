using Merlon.Core.Findings;
using Microsoft.AspNetCore.Http;

namespace Merlon.Server.Pages.Applications.Findings;

/// <summary>What a person decided about a finding.</summary>
sealed record JudgementForm(Judgement Judgement)
{
    /// <summary>Called by the framework; an unknown status leaves the finding open.</summary>
    public static async ValueTask<JudgementForm> BindAsync(HttpContext http)
    {
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(http.RequestAborted) : FormCollection.Empty;
        var status = form["status"].ToString() switch
        {
            "fixed" => FindingStatus.Fixed,
            "ignored" => FindingStatus.Ignored,
            _ => FindingStatus.Unset,
        };
        return new(new Judgement(status, form["reason"].ToString().Trim() is { Length: > 0 } reason ? reason : null));
    }
}

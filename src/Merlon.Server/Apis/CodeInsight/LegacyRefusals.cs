using Merlon.Core.Outcomes;

namespace Merlon.Server.Apis.CodeInsight;

/// <summary>The legacy family names the parameter that did not lead to anything.</summary>
static class LegacyRefusals
{
    /// <summary>"Not found" as a bad parameter of this name; other refusals stay.</summary>
    public static async Task<Outcome<T>> OrInvalid<T>(this Task<Outcome<T>> outcome, string parameter, string message)
    {
        var found = await outcome;
        return found.Refusal is Refusal.NotFound ? new Refusal.Invalid(parameter, message, CodeInsightDialect.BareMessage) : found;
    }
}

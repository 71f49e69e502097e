using Merlon.Server.Apis.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Merlon.Server.Hosting.Health;

/// <summary>What a supervisor asks: <c>/health/live</c> (restart me?) and <c>/health/ready</c> (send me requests?).</summary>
static partial class HealthRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => "ok").WithMetadata(new NeedsNobody());
        routes.MapGet("/health/ready", Ready).WithMetadata(new NeedsNobody());
    }

    // Says which part fails; why it fails is for the log, not for whoever asks.
    private static async Task<IResult> Ready(IEnumerable<IReadinessCheck> checks, ILogger<Readiness> log, CancellationToken ct)
    {
        var failed = new List<string>();
        foreach (var check in checks)
        {
            try
            {
                await check.Check(ct);
            }
            catch (Exception exception) when (!ct.IsCancellationRequested)
            {
                NotReady(log, exception, check.Name);
                failed.Add(check.Name);
            }
        }
        return failed.Count == 0 ? Results.Text("ok") : Results.Text($"not ready: {string.Join(", ", failed)}", statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    [LoggerMessage(2151, LogLevel.Warning, "Not ready: {Part}")]
    private static partial void NotReady(ILogger log, Exception exception, string part);
}

/// <summary>The log category of readiness.</summary>
sealed class Readiness;

/// <summary>One thing without which requests cannot be served.</summary>
interface IReadinessCheck
{
    /// <summary>What is looked at, in a word.</summary>
    string Name { get; }

    /// <summary>Throws when it does not work.</summary>
    Task Check(CancellationToken ct);
}

using System.Threading.RateLimiting;
using Merlon.Server.Apis.Wire;
using Merlon.Server.Authentication;
using Microsoft.AspNetCore.Http;

namespace Merlon.Server.Hosting.Limits;

/// <summary>
/// How fast requests may come: of one address before anybody's credentials are looked at, and of one caller once they are known.
/// A full minute's worth may come at once; it refills by the second.
/// </summary>
sealed class RateLimits(ServerOptions options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> _ofAddresses = Buckets(options.Limits.RequestsPerMinuteOfAddress);
    private readonly PartitionedRateLimiter<string> _ofCallers = Buckets(options.Limits.RequestsPerMinute);

    /// <summary>Counts a request of an address; false when it is one too many.</summary>
    public bool Admit(HttpContext http) => _ofAddresses.AttemptAcquire(http.Connection.RemoteIpAddress?.ToString() ?? "").IsAcquired;

    /// <summary>Counts a request of a known caller; false when it is one too many.</summary>
    public bool Admit(Core.Identity.Caller caller) => _ofCallers.AttemptAcquire(caller.Token is { } token ? $"t{caller.Tenant.Key}.{token}" : $"u{caller.User}").IsAcquired;

    public void Dispose()
    {
        _ofAddresses.Dispose();
        _ofCallers.Dispose();
    }

    private static PartitionedRateLimiter<string> Buckets(int perMinute) => PartitionedRateLimiter.Create<string, string>(key => perMinute == 0
        ? RateLimitPartition.GetNoLimiter(key)
        : RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = perMinute,
            TokensPerPeriod = Math.Max(1, perMinute / 60),
            ReplenishmentPeriod = perMinute >= 60 ? TimeSpan.FromSeconds(1) : TimeSpan.FromSeconds(60.0 / perMinute),
            QueueLimit = 0,
        }));
}

/// <summary>Answers 429 to an address that asks too much.</summary>
sealed class AddressLimit(RequestDelegate next, RateLimits limits)
{
    public Task InvokeAsync(HttpContext http) => http.Request.Path.StartsWithSegments("/health") || limits.Admit(http) ? next(http) : TooMany.Answer(http);
}

/// <summary>Answers 429 to a caller who asks too much.</summary>
sealed class CallerLimit(RequestDelegate next, RateLimits limits)
{
    public Task InvokeAsync(HttpContext http, CurrentCaller current) => current.Value is not { } caller || limits.Admit(caller) ? next(http) : TooMany.Answer(http);
}

/// <summary>The answer to one request too many, in the words of the API that was asked.</summary>
static class TooMany
{
    private const string Sentence = "Too many requests; slow down and try again.";

    public static Task Answer(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "1";
        if (http.GetEndpoint()?.Metadata.GetMetadata<Dialect>() is { } dialect) return dialect.Fail(http, StatusCodes.Status429TooManyRequests, Sentence);
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return http.Response.WriteAsync(Sentence, http.RequestAborted);
    }
}

using Merlon.Core.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Merlon.Server.Hosting.Health;

/// <summary>Somebody can sign in: the first start makes its user while the server begins to listen.</summary>
sealed class FirstUserCheck(IServiceScopeFactory scopes) : IReadinessCheck
{
    public string Name => "first user";

    public async Task Check(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (!await scope.ServiceProvider.GetRequiredService<FirstStart>().Done(ct)) throw new InvalidOperationException("There is no user yet.");
    }
}

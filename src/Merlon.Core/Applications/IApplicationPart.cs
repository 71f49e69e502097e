using Merlon.Core.Identity;

namespace Merlon.Core.Applications;

/// <summary>Rows that a feature keeps for an application, and that go or move with it. Each feature registers one.</summary>
public interface IApplicationPart
{
    /// <summary>Deletes the application's rows, inside the transaction that deletes the application.</summary>
    Task Delete(Application application, TenantId tenant, CancellationToken ct);

    /// <summary>Follows the application to <see cref="Application.OrganizationKey"/>, inside the transaction that moves it; for rows that repeat the organization.</summary>
    Task Move(Application application, TenantId tenant, CancellationToken ct) => Task.CompletedTask;
}

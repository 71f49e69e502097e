using Merlon.Core.Audit;
using Merlon.Core.Identity;
using Merlon.Core.Storage;

namespace Merlon.Core.Events;

/// <summary>
/// Adds the event and the audit row of a change to the unit of work, so that they commit with it or not at all.
/// Draws keys, so it is called before a transaction is opened by hand.
/// </summary>
public sealed class Journal(MerlonDb db, Keys keys, TimeProvider time)
{
    /// <summary>Tells of a change that the context is about to commit.</summary>
    public async Task Tell(Caller caller, Happening happening, CancellationToken ct)
    {
        db.Add(new Event
        {
            TenantKey = caller.Tenant.Key,
            Key = await keys.Next<Event>(ct),
            Type = happening.Type,
            EnvironmentKey = happening.EnvironmentKey,
            NodeKey = happening.NodeKey,
            ApplicationKey = happening.ApplicationKey,
            Actor = caller.Name,
            Variables = happening.Variables,
            CreatedAt = time.GetUtcNow(),
        });
        await Note(caller, happening.Type, happening.Resource, happening.Id, "done", ct);
    }

    /// <summary>Adds an audit row alone: sign-ins, refusals, reveals.</summary>
    public async Task Note(Caller caller, string action, string resource, string id, string outcome, CancellationToken ct) =>
        db.Add(new AuditEntry
        {
            TenantKey = caller.Tenant.Key,
            Key = await keys.Next<AuditEntry>(ct),
            At = time.GetUtcNow(),
            Actor = caller.Name,
            ActorKey = caller.User,
            TokenKey = caller.Token,
            Action = action,
            Resource = resource,
            ResourceId = id,
            Outcome = outcome,
            Address = caller.Address,
            Request = caller.Request,
        });
}

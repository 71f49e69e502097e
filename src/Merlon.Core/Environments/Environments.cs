using Merlon.Core.Events;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;
using Merlon.Core.Storage;
using Merlon.Core.Storage.Engines;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Environments;

/// <summary>What can be done with environments.</summary>
public sealed class Environments(MerlonDb db, IStorageEngine engine, Keys keys, Journal journal, EnvironmentMembers members, TimeProvider time)
{
    private static readonly Refusal.NotFound NotFound = new("environment");
    private static readonly Refusal.Conflict Taken = new("ENVIRONMENT_EXISTS", "An environment with this name exists.");
    private static readonly Refusal.Conflict IsDefault = new("DEFAULT_ENVIRONMENT", "The default environment cannot be deleted: nodes that belong nowhere else are in it.");

    /// <summary>A page of the environments that the caller may see, oldest first.</summary>
    public async Task<IReadOnlyList<Environment>> List(NumberedPage page, Caller caller, CancellationToken ct) =>
        await page.Of(Visible(caller).AsNoTracking().OrderBy(e => e.Key)).ToListAsync(ct);

    /// <summary>The environment with this key, if the caller may see it.</summary>
    public async Task<Outcome<Environment>> Find(long key, Caller caller, CancellationToken ct) =>
        await Visible(caller).SingleOrDefaultAsync(e => e.Key == key, ct) is { } environment ? environment : NotFound;

    /// <summary>The environment with this name in any case, if the caller may see it.</summary>
    public async Task<Outcome<Environment>> FindByName(string name, Caller caller, CancellationToken ct)
    {
        var folded = Columns.Fold(name.Trim());
        return await Visible(caller).SingleOrDefaultAsync(e => e.NameFolded == folded, ct) is { } environment ? environment : NotFound;
    }

    /// <summary>Makes an environment; nodes that its rules match join it.</summary>
    public async Task<Outcome<Environment>> Create(EnvironmentDraft draft, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Scope.EnvironmentsWrite)) return new Refusal.Forbidden(Scope.EnvironmentsWrite);
        if (EnvironmentRules.CheckNew(draft) is { Length: > 0 } errors) return new Refusal.Invalid(errors);

        var environment = New(await keys.Next<Environment>(ct), draft.Name!.Value.Value, caller);
        Apply(draft, environment, caller);
        db.Add(environment);
        return await Keep(environment, "Environment Created", draft, caller, ct);
    }

    /// <summary>Changes what the draft names; nodes that newly given rules match join, none leaves.</summary>
    public async Task<Outcome<Environment>> Change(Environment environment, EnvironmentDraft draft, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Scope.EnvironmentsWrite, environment)) return new Refusal.Forbidden(Scope.EnvironmentsWrite);
        if (EnvironmentRules.Check(draft) is { Length: > 0 } errors) return new Refusal.Invalid(errors);

        Apply(draft, environment, caller);
        return await Keep(environment, "Environment Updated", draft, caller, ct);
    }

    /// <summary>Deletes an environment; its nodes move to the default one.</summary>
    public async Task<Outcome<Done>> Delete(Environment environment, Caller caller, CancellationToken ct)
    {
        if (!caller.May(Scope.EnvironmentsWrite, environment)) return new Refusal.Forbidden(Scope.EnvironmentsWrite);
        if (environment.IsDefault) return IsDefault;

        var home = await members.Default(caller.Tenant, ct);
        db.Remove(environment);
        await journal.Tell(caller, Told("Environment Deleted", environment), ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await members.Leave(environment, home, caller.Tenant, ct);
        if (await db.TryCommit(engine, ct) != Commit.Done) return NotFound;
        await transaction.CommitAsync(ct);
        return Done.It;
    }

    private IQueryable<Environment> Visible(Caller caller)
    {
        var reach = caller.Reach(Scope.EnvironmentsRead);
        var all = db.Of<Environment>(caller.Tenant);
        return reach.Everywhere ? all : all.Where(e => reach.Environments.Contains(e.Key));
    }

    private async Task<Outcome<Environment>> Keep(Environment environment, string told, EnvironmentDraft draft, Caller caller, CancellationToken ct)
    {
        await journal.Tell(caller, Told(told, environment), ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        switch (await db.TryCommit(engine, ct))
        {
            case Commit.Taken: return Taken;
            case Commit.Stale: return NotFound;
        }
        if (draft.NodeRules is not null) await members.Move(await members.Joining(environment, caller, ct), environment, caller.Tenant, ct);
        await transaction.CommitAsync(ct);
        return environment;
    }

    private void Apply(EnvironmentDraft draft, Environment environment, Caller caller)
    {
        environment.Name = draft.Name.Or(environment.Name).Trim();
        environment.NameFolded = Columns.Fold(environment.Name);
        environment.ShortDescription = draft.ShortDescription.Or(environment.ShortDescription);
        environment.Description = draft.Description is { } given ? given.Value : environment.Description;
        environment.NodeRules = draft.NodeRules.Or(environment.NodeRules);
        environment.Weight = draft.Weight.Or(environment.Weight) ?? 0;
        environment.UpdatedBy = caller.User;
        environment.UpdatedAt = time.GetUtcNow();
    }

    private Environment New(long key, string name, Caller caller) => new()
    {
        TenantKey = caller.Tenant.Key,
        Key = key,
        Name = name,
        NameFolded = Columns.Fold(name),
        CreatedBy = caller.User,
        CreatedAt = time.GetUtcNow(),
        UpdatedAt = time.GetUtcNow(),
    };

    private static Happening Told(string type, Environment environment) =>
        new Happening(type, "environment", environment.Key.ToString()) { EnvironmentKey = environment.Key }
            .With("environment", environment.Name).With("environment_id", environment.Key.ToString());
}

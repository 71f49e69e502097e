using Merlon.Core.Applications;
using Merlon.Core.Events;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;
using Merlon.Core.Storage;
using Merlon.Core.Storage.Engines;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Core.Findings.Secrets;

/// <summary>Shows a secret in clear to who may see it and asks for it. Each time is audited before the value leaves, a refusal too.</summary>
public sealed class SecretReveals
{
    private const string Action = "Secret Revealed";
    private readonly MerlonDb _db;
    private readonly IStorageEngine _engine;
    private readonly Journal _journal;
    private readonly SecretVault _vault;

    /// <summary>Made by the container.</summary>
    internal SecretReveals(MerlonDb db, IStorageEngine engine, Journal journal, SecretVault vault) => (_db, _engine, _journal, _vault) = (db, engine, journal, vault);

    /// <summary>The finding with its value; unchanged when it is no secret or its value is not kept.</summary>
    public async Task<Outcome<FindingView>> Reveal(Application application, FindingView view, Caller caller, CancellationToken ct)
    {
        if (view.Profile.Type != FindingWords.Secret) return view;
        var allowed = caller.May(Scope.FindingsReveal, application);
        await _journal.Note(caller, Action, "finding", $"{view.Finding.Key}", allowed ? "done" : "refused", ct);
        await _db.TryCommit(_engine, ct);
        if (!allowed) return new Refusal.Forbidden(Scope.FindingsReveal);
        var kept = await _db.Of<SecretValue>(caller.Tenant).AsNoTracking()
            .Where(v => v.ApplicationKey == application.Key && v.Fingerprint == view.Finding.Fingerprint).Select(v => v.ProtectedValue).SingleOrDefaultAsync(ct);
        return kept is null ? view : view with { Revealed = _vault.Open(kept) };
    }
}

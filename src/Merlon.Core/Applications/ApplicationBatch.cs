using System.Collections.Immutable;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;

namespace Merlon.Core.Applications;

/// <summary>What became of several drafts: those that were refused are named, the others exist.</summary>
public sealed record BatchCreation(ImmutableArray<Application> Created, ImmutableArray<string> Rejected);

/// <summary>Makes several applications in one call; one that cannot be made does not keep the others from being made.</summary>
public sealed class ApplicationBatch(Applications applications)
{
    /// <summary>Most applications of one call.</summary>
    public const int MaxAtOnce = 1000;

    /// <summary>Makes what can be made; a draft whose id or name is taken or not allowed, or for which the tenant has no room, is rejected.</summary>
    public async Task<Outcome<BatchCreation>> Create(IReadOnlyList<ApplicationDraft> drafts, Caller caller, CancellationToken ct)
    {
        if (drafts.Count > MaxAtOnce) return new Refusal.OverLimit("apps in one call", MaxAtOnce, drafts.Count);
        var created = ImmutableArray.CreateBuilder<Application>();
        var rejected = ImmutableArray.CreateBuilder<string>();
        foreach (var draft in drafts)
        {
            var outcome = await applications.Create(draft, caller, ct);
            if (outcome.Refusal is Refusal.Forbidden or Refusal.NotFound || (outcome.Refusal is Refusal.OverLimit && created.Count == 0)) return outcome.Refusal;
            if (outcome.Succeeded(out var application, out _)) created.Add(application);
            else rejected.Add(draft.PublicId ?? draft.Name);
        }
        return new BatchCreation(created.ToImmutable(), rejected.ToImmutable());
    }
}

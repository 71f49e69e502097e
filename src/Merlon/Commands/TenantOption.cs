using System.CommandLine;
using Merlon.Core.Identity;

namespace Merlon.Commands;

/// <summary>For whom a command acts on an installation: the first tenant, or the one that is named.</summary>
sealed class TenantOption
{
    /// <summary>Names the tenant.</summary>
    public Option<string?> Option { get; } = new("--tenant") { Description = "The tenant, by name, number or UUID, where there is more than one (default: the first).", HelpName = "TENANT" };

    /// <summary>The machine's own caller in the tenant that was named.</summary>
    /// <exception cref="InputException">No tenant is called that, or more than one.</exception>
    public Task<Caller> Read(ParseResult parsed, Installation installation, CancellationToken ct) => installation.System(parsed.GetValue(Option), ct);
}

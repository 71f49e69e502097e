using System.Runtime.CompilerServices;
using Merlon.Nodes.Snapshots;

namespace Merlon.Nodes.Collection.Services;

/// <summary>
/// Services: <c>services / linux / sshd {state, enabled, description, systemd_type, user, source}</c>. <c>state</c> is
/// <c>running</c>, <c>stopped</c>, <c>failed</c> or <c>exited</c> (a one-shot that ran); <c>unknown</c> where no service
/// manager runs that could tell.
/// </summary>
sealed class ServicesCollector : SectionCollector
{
    public override string Section => "services";

    public override async IAsyncEnumerable<SnapshotItem> Collect(CollectionContext node, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var service in await Services(node, cancellation))
            if (names.Add(service.Name)) yield return Describe(service);
    }

    /// <summary>Whichever manager runs answers; where none does, as in a container, the files say what is installed.</summary>
    static async Task<IEnumerable<Service>> Services(CollectionContext node, CancellationToken cancellation)
    {
        if (await node.Transport.Look("/run/systemd/system", cancellation) is not null) return await SystemdServices.Ask(node, cancellation);
        if (await node.Transport.Look("/run/openrc", cancellation) is not null) return await OpenRcServices.Find(node, cancellation);
        return [.. await InitScripts.Find(node, cancellation), .. await SystemdServices.Files(node, cancellation)];
    }

    SnapshotItem Describe(Service service) => Item(
        "linux", service.Name,
        ("state", service.State),
        ("enabled", service.Enabled),
        ("description", service.Description),
        ("systemd_type", service.SystemdType),
        ("user", service.User),
        ("source", service.Source));
}

using System.Runtime.CompilerServices;
using System.Text;
using Merlon.Nodes.Collection.Masking;
using Merlon.Nodes.Snapshots;
using Merlon.Nodes.Transports;

namespace Merlon.Nodes.Collection.EnvironmentVariables;

/// <summary>
/// Environment variables: <c>EnvVars / linux / PATH {value}</c> of the session that scans, and <c>EnvVars / system / ...</c>
/// of <c>/etc/environment</c>. Secrets are masked. Variables that differ from one session to the next are left out.
/// </summary>
sealed class EnvironmentVariablesCollector : SectionCollector
{
    const int Limit = 4 * 1024 * 1024;

    static readonly HashSet<string> OfTheSession = new(StringComparer.Ordinal)
    {
        "_", "PWD", "OLDPWD", "SHLVL", "TERM", "COLUMNS", "LINES", "WINDOWID", "INVOCATION_ID", "JOURNAL_STREAM", "SYSTEMD_EXEC_PID", "MANAGERPID",
        "SSH_CLIENT", "SSH_CONNECTION", "SSH_TTY", "SSH_AUTH_SOCK", "XDG_SESSION_ID", "DBUS_SESSION_BUS_ADDRESS", "LISTEN_PID", "NOTIFY_SOCKET",
    };

    public override string Section => "EnvVars";

    public override string Counted => "environment_variables";

    public override async IAsyncEnumerable<SnapshotItem> Collect(CollectionContext node, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var own = await node.Transport.ReadFile("/proc/self/environ", Limit, cancellation);
        if (own.State == FileState.Forbidden) node.Miss("The environment may not be read.");
        foreach (var entry in Encoding.UTF8.GetString(own.Bytes.Span).Split('\0'))
            if (entry.IndexOf('=', StringComparison.Ordinal) is var equals and > 0 && !OfTheSession.Contains(entry[..equals]))
                yield return Variable("linux", entry[..equals], entry[(equals + 1)..]);

        foreach (var (name, value) in Assignments.Parse(await node.Text("/etc/environment", cancellation) ?? ""))
            yield return Variable("system", name, value);
    }

    SnapshotItem Variable(string subSection, string name, string value) => Item(subSection, name, ("value", SecretMask.Show(name, value)));
}

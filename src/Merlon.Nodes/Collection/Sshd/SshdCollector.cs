using System.Runtime.CompilerServices;
using Merlon.Nodes.Snapshots;

namespace Merlon.Nodes.Collection.Sshd;

/// <summary>
/// The SSH server's configuration as it takes effect: <c>sshd / config / permitrootlogin {value}</c>, keywords in lower case.
/// What stands below a <c>Match</c> line is a sub-section of its own, <c>sshd / match user backup / ...</c>. Keywords that
/// are not set have no item: their default depends on the version.
/// </summary>
sealed class SshdCollector : SectionCollector
{
    public override string Section => "sshd";

    public override async IAsyncEnumerable<SnapshotItem> Collect(CollectionContext node, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var lines = new List<string>();
        await SshdConfigFile.Read(node, "/etc/ssh/sshd_config", lines, cancellation);
        foreach (var setting in SshdSettings.Of(lines)) yield return Item(setting.Block, setting.Keyword, ("value", setting.Value));
    }
}

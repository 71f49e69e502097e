using System.Runtime.CompilerServices;
using Merlon.Nodes.Collection.Masking;

namespace Merlon.Nodes.Collection.Inventory;

/// <summary>Mandatory access control and how the kernel was started.</summary>
sealed class SecurityFacts : FactSource
{
    public override async IAsyncEnumerable<(string Name, string? Value)> Find(CollectionContext node, [EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return ("selinux", await node.Line("/sys/fs/selinux/enforce", cancellation) switch { "1" => "enforcing", "0" => "permissive", _ => null });
        yield return ("apparmor", await node.Line("/sys/module/apparmor/parameters/enabled", cancellation) switch { "Y" => "enabled", "N" => "disabled", _ => null });
        yield return ("kernel_lockdown", await node.Line("/sys/kernel/security/lockdown", cancellation));
        yield return ("fips_mode", await node.Line("/proc/sys/crypto/fips_enabled", cancellation));
        yield return ("boot_parameters", SecretShapes.HideInText(await node.Line("/proc/cmdline", cancellation) ?? ""));
        yield return ("firmware", await node.Transport.Look("/sys/firmware/efi", cancellation) is null ? null : "efi");
    }
}

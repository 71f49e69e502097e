using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Merlon.Core.Nodes;

/// <summary>A family of operating systems. The numbers are those of the node scan API.</summary>
public sealed record OperatingSystemFamily(int Id, string Name);

/// <summary>An operating system. Its number is a hundred times that of its family, plus something.</summary>
/// <param name="Distribution">What its os-release file calls it, where it has one.</param>
public sealed record OperatingSystemKind(int Id, string Name, string Description, string? Distribution = null)
{
    public int FamilyId => Id / 100;
}

/// <summary>
/// The operating systems that nodes can be said to run. The families are the product's; of the systems those are that its documents or
/// clients name (111, 123, 125, 211, 221, 231, 331, 731), the others are ours.
/// </summary>
public static class OperatingSystems
{
    public static ImmutableArray<OperatingSystemFamily> Families { get; } =
    [
        new(1, "Windows"), new(2, "Linux"), new(3, "Unix"), new(4, "BSD"), new(5, "Mac OS"), new(6, "Android"), new(7, "Cisco"), new(8, "Juniper"),
        new(9, "IBM"), new(11, "HP"), new(12, "Palo Alto"), new(14, "Service"), new(16, "Website"), new(17, "Arista"), new(18, "Custom"), new(19, "Database"),
    ];

    public static ImmutableArray<OperatingSystemKind> All { get; } =
    [
        new(111, "Windows", "Windows Client"), new(121, "Windows", "Windows 2003 Server"), new(122, "Windows", "Windows 2008 Server"), new(123, "Windows", "Windows 2012 Server"),
        new(125, "Windows", "Windows 2016 Server"), new(126, "Windows", "Windows 2019 Server"), new(127, "Windows", "Windows 2022 Server"), new(128, "Windows", "Windows 2025 Server"),
        new(201, "Linux", "Linux"), new(211, "Debian", "Debian", "debian"), new(221, "Ubuntu", "Ubuntu", "ubuntu"), new(231, "CentOS", "CentOS", "centos"), new(241, "Red Hat", "Red Hat Enterprise Linux", "rhel"),
        new(242, "Fedora", "Fedora", "fedora"), new(243, "Rocky", "Rocky Linux", "rocky"), new(244, "AlmaLinux", "AlmaLinux", "almalinux"), new(245, "Oracle Linux", "Oracle Linux", "ol"),
        new(246, "Amazon Linux", "Amazon Linux", "amzn"), new(251, "SUSE", "SUSE Linux Enterprise Server", "sles"), new(252, "openSUSE", "openSUSE Leap", "opensuse-leap"),
        new(261, "Alpine", "Alpine Linux", "alpine"), new(271, "Arch", "Arch Linux", "arch"),
        new(311, "AIX", "IBM AIX"), new(321, "HP-UX", "HP-UX"), new(331, "Solaris", "Oracle Solaris"),
        new(411, "FreeBSD", "FreeBSD"), new(421, "OpenBSD", "OpenBSD"), new(431, "NetBSD", "NetBSD"), new(511, "macOS", "Apple macOS"), new(611, "Android", "Android"),
        new(711, "IOS", "Cisco IOS"), new(721, "NX-OS", "Cisco NX-OS"), new(731, "ASA", "Cisco ASA"), new(811, "Junos", "Juniper Junos"), new(911, "IBM i", "IBM i"),
        new(1111, "ProCurve", "HP ProCurve"), new(1211, "PAN-OS", "Palo Alto PAN-OS"), new(1411, "Service", "Service"), new(1611, "Website", "Website"), new(1711, "EOS", "Arista EOS"),
        new(1811, "Custom", "Custom"), new(1911, "PostgreSQL", "PostgreSQL"), new(1921, "MySQL", "MySQL"), new(1931, "SQL Server", "Microsoft SQL Server"), new(1941, "Oracle", "Oracle Database"),
    ];

    private static readonly FrozenDictionary<string, OperatingSystemKind> ByDistribution = All.Where(s => s.Distribution is not null).ToFrozenDictionary(s => s.Distribution!);

    /// <summary>The family with this number, or null.</summary>
    public static OperatingSystemFamily? Family(long id) => Families.FirstOrDefault(f => f.Id == id);

    /// <summary>The system with this number, or null.</summary>
    public static OperatingSystemKind? Find(long id) => All.FirstOrDefault(s => s.Id == id);

    /// <summary>The system whose os-release file has this id; any other Linux is just that.</summary>
    public static OperatingSystemKind OfDistribution(string id) => ByDistribution.GetValueOrDefault(id) ?? Find(201)!;

    /// <summary>The first system whose description or name holds the text, in any case; null when there is none.</summary>
    public static OperatingSystemKind? Search(string text) => All.FirstOrDefault(s => Holds(s.Description, text)) ?? All.FirstOrDefault(s => Holds(s.Name, text));

    private static bool Holds(string name, string text) => name.Contains(text.Trim(), StringComparison.OrdinalIgnoreCase);
}

using System.Globalization;

namespace Merlon.Core.Engines.Child;

/// <summary>How the child's runtime is set up. It takes settings from its environment only, and only when it starts.</summary>
internal static class ChildRuntime
{
    /// <summary>The variables that a child is started with.</summary>
    public static IEnumerable<(string Name, string Value)> Settings(long managedBytes) =>
    [
        ("DOTNET_GCHeapHardLimit", managedBytes.ToString("X", CultureInfo.InvariantCulture)),
        ("DOTNET_gcServer", "0"),
        ("DOTNET_DbgEnableMiniDump", "0"),
    ];

    /// <summary>Takes them out again, in the child: they are no facts of the machine that it may look at, nor meant for what it starts.</summary>
    public static void Forget()
    {
        foreach (var (name, _) in Settings(0)) Environment.SetEnvironmentVariable(name, null);
    }
}

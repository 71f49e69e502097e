using System.CommandLine;
using System.Reflection;

namespace Merlon.Commands;

/// <summary><c>merlon version</c>.</summary>
sealed class VersionCommand : Command
{
    public VersionCommand() : base("version", "Prints the version.") => SetAction(_ => Console.WriteLine($"merlon {Current}"));

    /// <summary>The version of this executable.</summary>
    public static string Current { get; } = typeof(VersionCommand).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
}

using System.Collections.Immutable;
using System.Reflection;

namespace Merlon.Core.Engines;

/// <summary>The command line that starts a child: a program and its arguments.</summary>
public sealed record EngineCommand(string Program, ImmutableArray<string> Arguments)
{
    /// <summary>The word after which the executable is an engine.</summary>
    public const string Verb = "engine";

    /// <summary>This very executable once more, be it <c>merlon</c> itself or <c>dotnet merlon.dll</c>.</summary>
    public static EngineCommand Own()
    {
        var program = Environment.ProcessPath ?? throw new InvalidOperationException("The path of this process is not known.");
        return Path.GetFileNameWithoutExtension(program) == "dotnet"
            ? new(program, [Assembly.GetEntryAssembly()!.Location, Verb])
            : new(program, [Verb]);
    }
}

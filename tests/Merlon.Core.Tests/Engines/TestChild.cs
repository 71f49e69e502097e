using Merlon.Core.Engines;

namespace Merlon.Core.Tests.Engines;

/// <summary>The child executable of the tests, which stands beside them.</summary>
static class TestChild
{
    public static EngineCommand Command { get; } = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "Merlon.TestChild.dll")]);
}

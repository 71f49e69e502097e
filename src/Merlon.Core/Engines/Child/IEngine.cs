using System.Text.Json;

namespace Merlon.Core.Engines.Child;

/// <summary>Does one kind of order, in a process that it may take down with it.</summary>
public interface IEngine
{
    /// <summary>The kind, as <c>code-scan</c>.</summary>
    string Kind { get; }

    /// <summary>Does it. An exception ends the run with its message.</summary>
    Task Run(JsonElement order, EngineOutput output, CancellationToken ct);
}

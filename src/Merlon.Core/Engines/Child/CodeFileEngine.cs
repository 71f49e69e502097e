using System.Text.Json;
using Merlon.Analysis.Trees;

namespace Merlon.Core.Engines.Child;

/// <summary>Reads one file of an upload as text, without its secrets.</summary>
internal sealed class CodeFileEngine : IEngine
{
    public string Kind => CodeFileOrder.Kind;

    public Task Run(JsonElement order, EngineOutput output, CancellationToken ct)
    {
        var wanted = order.Deserialize<CodeFileOrder>(EngineJson.Options)!;
        var content = new ArchivedFiles(wanted.Expansion, wanted.Scratch).Read(wanted.Archive, wanted.Path, wanted.MostBytes, ct);
        output.Summary(new CodeFileAnswer(content is null ? null : CodeText.Of(content, wanted.Path)));
        return Task.CompletedTask;
    }
}

using System.Collections.Immutable;

namespace Merlon.Analysis.Dataflow.Interpretation.Rescans;

/// <summary>Writes runs, the entry points in order; <see cref="RunReader"/> reads them back.</summary>
sealed class RunWriter(BinaryWriter writer)
{
    readonly Dictionary<string, int> texts = [];

    public void Write(IReadOnlyDictionary<string, KeptRun> runs)
    {
        writer.Write7BitEncodedInt(runs.Count);
        foreach (var (entry, run) in runs.OrderBy(r => r.Key, StringComparer.Ordinal))
        {
            Write(entry);
            Write(run.Types);
            Write(run.Functions);
            RunFile.WriteNumber(writer, run.Digest);
            Write(run.Covered);
            Write(run.Cut);
            writer.Write7BitEncodedInt(run.Discoveries.Length);
            foreach (var discovery in run.Discoveries) Write(discovery);
        }
    }

    /// <summary>Null is 0, a text that was written before its number, a new one the next number and its characters.</summary>
    void Write(string? text)
    {
        if (text is null)
        {
            writer.Write7BitEncodedInt(0);
            return;
        }
        if (texts.TryGetValue(text, out var known))
        {
            writer.Write7BitEncodedInt(known);
            return;
        }
        texts.Add(text, texts.Count + 1);
        writer.Write7BitEncodedInt(texts.Count);
        writer.Write(text);
    }

    void Write(ImmutableArray<string> list)
    {
        writer.Write7BitEncodedInt(list.Length);
        foreach (var text in list) Write(text);
    }

    void Write(KeptSpan span)
    {
        Write(span.Path);
        writer.Write7BitEncodedInt(span.Start);
        writer.Write7BitEncodedInt(span.End);
    }

    void Write(KeptDiscovery discovery)
    {
        Write(discovery.Rule);
        Write(discovery.Span);
        Write(discovery.Function);
        Write(discovery.Symbol);
        Write(discovery.Evidence);
        writer.Write(discovery.Marks);
        Write(discovery.Source?.Kind);
        if (discovery.Source is not { } source) return;
        Write(source.Span);
        Write(source.Symbol);
        Write(source.Path);
        writer.Write7BitEncodedInt(discovery.Steps.Length);
        foreach (var step in discovery.Steps) Write(step);
    }

    void Write(KeptStep step)
    {
        Write(step.Span);
        Write(step.Symbol);
        Write(step.Type);
        Write(step.Function);
    }
}

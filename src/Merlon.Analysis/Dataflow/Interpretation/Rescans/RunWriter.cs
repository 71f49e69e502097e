using System.Collections.Immutable;

namespace Merlon.Analysis.Dataflow.Interpretation.Rescans;

/// <summary>Writes runs; <see cref="RunReader"/> reads them back.</summary>
sealed class RunWriter(BinaryWriter writer)
{
    readonly Dictionary<string, int> texts = [];

    public void Write(KeptRuns kept)
    {
        writer.Write7BitEncodedInt(kept.Functions.Count);
        foreach (var (function, digest) in kept.Functions)
        {
            Write(function);
            RunFile.WriteNumber(writer, digest);
        }
        writer.Write7BitEncodedInt(kept.Inquiries.Count);
        foreach (var (inquiry, answer) in kept.Inquiries)
        {
            Write(inquiry);
            RunFile.WriteNumber(writer, answer);
        }
        writer.Write7BitEncodedInt(kept.Runs.Count);
        foreach (var (entry, run) in kept.Runs) Write(entry, run);
    }

    void Write(string entry, KeptRun run)
    {
        Write(entry);
        Write(run.Covered);
        Write(run.Asked);
        writer.Write7BitEncodedInt(run.Cut.Length);
        foreach (var cut in run.Cut) Write(cut);
        writer.Write7BitEncodedInt(run.Discoveries.Length);
        foreach (var discovery in run.Discoveries) Write(discovery);
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

    /// <summary>Rising numbers, by their differences.</summary>
    void Write(ImmutableArray<int> numbers)
    {
        writer.Write7BitEncodedInt(numbers.Length);
        var last = 0;
        foreach (var number in numbers)
        {
            writer.Write7BitEncodedInt(number - last);
            last = number;
        }
    }

    void Write(KeptInquiry inquiry)
    {
        writer.Write((byte)inquiry.Kind);
        Write(inquiry.Type);
        Write(inquiry.Name);
        writer.Write7BitEncodedInt(inquiry.Arity);
        Write(inquiry.Function);
    }

    void Write(KeptSpan span)
    {
        Write(span.Owner);
        writer.Write7BitEncodedInt(span.Number + 1);
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

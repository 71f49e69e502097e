using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Programs.Kept;

namespace Merlon.Analysis.Dataflow.Interpretation.Rescans;

/// <summary>Writes runs; <see cref="RunReader"/> reads them back.</summary>
sealed class RunWriter
{
    readonly ByteWriter to;

    RunWriter(TextNumbers texts) => to = new ByteWriter(texts);

    public static IEnumerable<ReadOnlyMemory<byte>> Write(KeptRuns kept)
    {
        var texts = kept.Numbers ?? new TextNumbers(kept.Texts);
        var writer = new RunWriter(texts);
        writer.WriteAll(kept);
        var needed = new ByteWriter(texts).Number(kept.Needed > 0 ? kept.Needed : texts.Count);
        return [texts.ToBytes(), needed.Written, writer.to.Written];
    }

    void WriteAll(KeptRuns kept)
    {
        to.Each(kept.Items, item => to.Number((int)item.Kind).Constant(item.Content));
        to.Each(kept.Functions, function => to.Text(function.Asked).Digest(function.Answer));
        to.Each(kept.Inquiries, inquiry => Write(inquiry.Asked).Digest(inquiry.Answer));
        to.Each(kept.Summaries, summary =>
        {
            to.Text(summary.Function).Numbers(summary.Key).Truth(summary.Print is not null);
            if (summary.Print is { } print) to.Digest(print);
            Write(summary.Run);
            to.TextList(summary.Touched).TextList(summary.Shared).Bytes(summary.Content.Span);
        });
        to.Number(kept.Runs.Count);
        foreach (var (entry, run) in kept.Runs)
        {
            to.Text(entry);
            Write(run);
        }
    }

    void Write(KeptRun run)
    {
        WriteRising(run.Covered);
        WriteRising(run.Asked);
        to.Numbers(run.Uses).TextList(run.Cut).Numbers(run.Unreached).Each(run.Discoveries, Write);
    }

    /// <summary>By their differences.</summary>
    void WriteRising(ImmutableArray<int> numbers)
    {
        var last = 0;
        to.Number(numbers.Length);
        foreach (var number in numbers)
        {
            to.Number(number - last);
            last = number;
        }
    }

    ByteWriter Write(KeptInquiry inquiry) =>
        to.Number((int)inquiry.Kind).Text(inquiry.Type).Text(inquiry.Name).Number(inquiry.Arity).Text(inquiry.Function);

    void Write(KeptSpan span) => to.Text(span.Owner).Number(span.Number);

    void Write(KeptDiscovery discovery)
    {
        to.Text(discovery.Rule);
        Write(discovery.Span);
        to.Text(discovery.Function).Text(discovery.Symbol).Text(discovery.Evidence).Wide(discovery.Marks).Text(discovery.Source?.Kind);
        if (discovery.Source is not { } source) return;
        Write(source.Span);
        to.Text(source.Symbol).Text(source.Path).Each(discovery.Steps, Write);
    }

    void Write(KeptStep step)
    {
        Write(step.Span);
        to.Text(step.Symbol).Text(step.Type).Text(step.Function);
    }
}

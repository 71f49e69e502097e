using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Programs.Kept;

namespace Merlon.Analysis.Dataflow.Interpretation.Rescans;

/// <summary>Reads what <see cref="RunWriter"/> wrote. Throws <see cref="FormatException"/> where that cannot be.</summary>
sealed class RunReader(ByteReader from, IReadOnlyList<string> texts)
{
    public static KeptRuns Read(ReadOnlyMemory<byte> bytes)
    {
        var texts = TextNumbers.Read(bytes, out var rest);
        return new RunReader(new ByteReader(rest, texts), texts).ReadAll();
    }

    KeptRuns ReadAll()
    {
        var needed = from.Number();
        var items = from.Each(() => new KeptItem((KeptItemKind)from.Number(), from.Constant()));
        var functions = from.Each(() => new Kept<string>(from.Text(), from.Digest()));
        var inquiries = from.Each(() => new Kept<KeptInquiry>(Inquiry(), from.Digest()));
        var summaries = new List<KeptSummary>();
        for (var left = from.Count(); left > 0; left--)
            summaries.Add(new KeptSummary(from.Text(), from.Numbers(), from.Truth() ? from.Digest() : null, Run(functions.Length, inquiries.Length, summaries.Count), from.Each(from.Text), from.Each(from.Text), from.Bytes()));
        var runs = new Dictionary<string, KeptRun>(StringComparer.Ordinal);
        for (var left = from.Count(); left > 0; left--) runs[from.Text()] = Run(functions.Length, inquiries.Length, summaries.Count);
        return new KeptRuns(texts, needed, items, functions, inquiries, summaries, runs);
    }

    /// <param name="summaries">How many summaries there are that it may use.</param>
    KeptRun Run(int functions, int inquiries, int summaries)
    {
        var (covered, asked, uses) = (Rising(functions), Rising(inquiries), from.Numbers());
        foreach (var use in uses)
            if (use < 0 || use >= summaries) throw ByteReader.Damaged();
        return new KeptRun(covered, asked, uses, from.Each(from.Text), from.Numbers(), from.Each(Discovery));
    }

    ImmutableArray<int> Rising(int limit)
    {
        var last = 0;
        return from.Each(() => (last += from.Number()) >= 0 && last < limit ? last : throw ByteReader.Damaged());
    }

    KeptInquiry Inquiry()
    {
        var inquiry = new KeptInquiry((InquiryKind)from.Number(), from.OptionalText(), from.OptionalText(), from.Number(), from.OptionalText());
        var isWhole = inquiry.Kind switch
        {
            InquiryKind.Members or InquiryKind.Methods => true,
            InquiryKind.Ancestors => inquiry.Type is not null,
            InquiryKind.Override or InquiryKind.Overrides => inquiry is { Type: not null, Name: not null },
            InquiryKind.Resource or InquiryKind.Setting => inquiry.Name is not null,
            InquiryKind.Order => inquiry is { Type: not null, Function: not null },
            _ => inquiry.Function is not null,
        };
        return isWhole ? inquiry : throw ByteReader.Damaged();
    }

    KeptSpan Span() => new(from.Text(), from.Number());

    KeptDiscovery Discovery()
    {
        var (rule, span, function, symbol, evidence, marks) = (from.Text(), Span(), from.Text(), from.Text(), from.OptionalText(), from.Wide());
        return from.OptionalText() is { } kind
            ? new KeptDiscovery(rule, span, function, symbol, evidence, new KeptSource(kind, Span(), from.Text(), from.Text()), marks, from.Each(Step))
            : new KeptDiscovery(rule, span, function, symbol, evidence, null, marks, []);
    }

    KeptStep Step() => new(Span(), from.Text(), from.OptionalText(), from.Text());
}

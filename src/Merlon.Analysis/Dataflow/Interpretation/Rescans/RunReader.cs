using System.Collections.Immutable;

namespace Merlon.Analysis.Dataflow.Interpretation.Rescans;

/// <summary>Reads what <see cref="RunWriter"/> wrote. Throws <see cref="FormatException"/> or <see cref="IOException"/> where that cannot be.</summary>
sealed class RunReader(BinaryReader reader)
{
    readonly List<string> texts = [];

    public KeptRuns Read()
    {
        var functions = List(() => new Kept<string>(Text(), RunFile.ReadNumber(reader)));
        var inquiries = List(() => new Kept<KeptInquiry>(Inquiry(), RunFile.ReadNumber(reader)));
        var runs = new Dictionary<string, KeptRun>();
        for (var left = RunFile.ReadCount(reader); left > 0; left--)
            runs[Text()] = new KeptRun(Numbers(functions.Length), Numbers(inquiries.Length), List(Text), List(Discovery));
        return new KeptRuns(functions, inquiries, runs);
    }

    string? OptionalText()
    {
        var number = RunFile.ReadCount(reader);
        if (number == 0) return null;
        if (number == texts.Count + 1) texts.Add(reader.ReadString());
        return number <= texts.Count ? texts[number - 1] : throw new FormatException("A text is missing.");
    }

    string Text() => OptionalText() ?? throw new FormatException("A text is missing.");

    ImmutableArray<T> List<T>(Func<T> item)
    {
        var list = ImmutableArray.CreateBuilder<T>();
        for (var left = RunFile.ReadCount(reader); left > 0; left--) list.Add(item());
        return list.ToImmutable();
    }

    /// <summary>Rising numbers, by their differences.</summary>
    ImmutableArray<int> Numbers(int limit)
    {
        var last = 0;
        return List(() => (last += RunFile.ReadCount(reader)) < limit ? last : throw new FormatException("A number is too large."));
    }

    KeptInquiry Inquiry() => new((InquiryKind)reader.ReadByte(), OptionalText(), OptionalText(), RunFile.ReadCount(reader), OptionalText());

    KeptSpan Span() => new(Text(), RunFile.ReadCount(reader) - 1);

    KeptDiscovery Discovery()
    {
        var (rule, span, function, symbol, evidence, marks) = (Text(), Span(), Text(), Text(), OptionalText(), reader.ReadUInt64());
        return OptionalText() is { } kind
            ? new KeptDiscovery(rule, span, function, symbol, evidence, new KeptSource(kind, Span(), Text(), Text()), marks, List(Step))
            : new KeptDiscovery(rule, span, function, symbol, evidence, null, marks, []);
    }

    KeptStep Step() => new(Span(), Text(), OptionalText(), Text());
}

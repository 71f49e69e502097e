using System.Collections.Immutable;

namespace Merlon.Analysis.Dataflow.Interpretation.Rescans;

/// <summary>Reads what <see cref="RunWriter"/> wrote. Throws <see cref="FormatException"/> or <see cref="IOException"/> where that cannot be.</summary>
sealed class RunReader(BinaryReader reader)
{
    readonly List<string> texts = [];

    public ImmutableDictionary<string, KeptRun> Read()
    {
        var runs = ImmutableDictionary.CreateBuilder<string, KeptRun>();
        for (var left = RunFile.ReadCount(reader); left > 0; left--)
            runs[Text()] = new KeptRun(List(Text), List(Text), RunFile.ReadNumber(reader), List(Text), List(Text), List(Discovery));
        return runs.ToImmutable();
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

    KeptSpan Span() => new(Text(), RunFile.ReadCount(reader), RunFile.ReadCount(reader));

    KeptDiscovery Discovery()
    {
        var (rule, span, function, symbol, evidence, marks) = (Text(), Span(), Text(), Text(), OptionalText(), reader.ReadUInt64());
        return OptionalText() is { } kind
            ? new KeptDiscovery(rule, span, function, symbol, evidence, new KeptSource(kind, Span(), Text(), Text()), marks, List(Step))
            : new KeptDiscovery(rule, span, function, symbol, evidence, null, marks, []);
    }

    KeptStep Step() => new(Span(), Text(), OptionalText(), Text());
}

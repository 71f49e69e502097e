using System.Collections.Immutable;

namespace Merlon.Analysis.Dataflow.Programs.Kept;

/// <summary>The files of an earlier scan as they were lowered.</summary>
/// <param name="Texts">The texts that units name by their numbers.</param>
/// <param name="Needed">How many texts there were when all units were last written; later scans only add some.</param>
/// <param name="Facts">What was known by name of declarations that no unit holds, as digests.</param>
/// <param name="Units">By the paths of files.</param>
sealed record KeptCode(IReadOnlyList<string> Texts, int Needed, IReadOnlyDictionary<string, UInt128> Facts, IReadOnlyDictionary<string, KeptUnit> Units)
{
    public static KeptCode None { get; } = new([], 0, new Dictionary<string, UInt128>(), new Dictionary<string, KeptUnit>());

    /// <summary>Throws <see cref="FormatException"/> where the bytes were not written by <see cref="Write"/>.</summary>
    public static KeptCode Read(ReadOnlyMemory<byte> bytes)
    {
        var texts = TextNumbers.Read(bytes, out var rest);
        var reader = new ByteReader(rest, texts);
        var needed = reader.Number();
        var facts = new Dictionary<string, UInt128>(StringComparer.Ordinal);
        for (var left = reader.Count(); left > 0; left--) facts[reader.Text()] = reader.Digest();
        var units = new Dictionary<string, KeptUnit>(StringComparer.Ordinal);
        for (var left = reader.Count(); left > 0; left--)
            units[reader.Text()] = new KeptUnit(reader.Digest(), Rising(reader, texts.Count), reader.Bytes(), reader.Each(() => reader.Truth() ? new CodeDigest(reader.Digest()) : null), reader.Each(() => KeyValuePair.Create(reader.Text(), reader.Digest())));
        return new KeptCode(texts, needed, facts, units);
    }

    public IEnumerable<ReadOnlyMemory<byte>> Write(TextNumbers numbers)
    {
        var rest = new ByteWriter(numbers);
        rest.Number(Needed).Each(Facts, fact => rest.Text(fact.Key).Digest(fact.Value));
        rest.Each(Units, unit =>
        {
            rest.Text(unit.Key).Digest(unit.Value.Source);
            WriteRising(rest, unit.Value.Asked);
            rest.Bytes(unit.Value.Code.Span);
            rest.Each(unit.Value.Digests, digest => _ = digest is null ? rest.Truth(false) : rest.Truth(true).Digest(digest.Value));
            rest.Each(unit.Value.Declared, type => rest.Text(type.Key).Digest(type.Value));
        });
        yield return numbers.ToBytes();
        yield return rest.Written;
    }

    static void WriteRising(ByteWriter to, ImmutableArray<int> numbers)
    {
        var last = 0;
        to.Number(numbers.Length);
        foreach (var number in numbers)
        {
            to.Number(number - last);
            last = number;
        }
    }

    static ImmutableArray<int> Rising(ByteReader reader, int limit)
    {
        var (count, last) = (reader.Count(), 0);
        var numbers = ImmutableArray.CreateBuilder<int>(count);
        for (; count > 0; count--)
        {
            last += reader.Number();
            numbers.Add(last >= 0 && last < limit ? last : throw ByteReader.Damaged());
        }
        return numbers.MoveToImmutable();
    }
}

/// <summary>A file as it was lowered.</summary>
/// <param name="Source">The digest of its text, and of what else it was lowered from.</param>
/// <param name="Asked">The names, as numbers of texts, that it asked about, rising.</param>
/// <param name="Code">Its types and functions; empty when the file was left out.</param>
/// <param name="Digests">Of its functions, where they were worked out.</param>
/// <param name="Declared">The types of it that went by their names, with digests of how they were declared, where files are asked about by them.</param>
sealed record KeptUnit(
    UInt128 Source, ImmutableArray<int> Asked, ReadOnlyMemory<byte> Code, ImmutableArray<CodeDigest?> Digests, ImmutableArray<KeyValuePair<string, UInt128>> Declared)
{
    public bool IsLeftOut => Code.IsEmpty;
}

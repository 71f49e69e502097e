namespace Merlon.Analysis.Dataflow.Programs.Kept;

/// <summary>Reads places, each told by what it is away from the last.</summary>
sealed class PlaceReader(ByteReader from, IReadOnlyList<SourceFile> files, IOuterNames program)
{
    int last;

    public Span Read()
    {
        var kind = from.Number();
        if (kind == 0) return default;
        if (kind == 1) return program.PlaceOf(from.Text()) ?? throw ByteReader.Damaged();
        if (kind < 2 || kind - 2 >= files.Count) throw ByteReader.Damaged();
        last += from.Difference();
        var (file, end) = (files[kind - 2], last + from.Difference());
        return last >= 0 && end >= last && end <= file.Text.Length ? new Span(file, last, end) : throw ByteReader.Damaged();
    }
}

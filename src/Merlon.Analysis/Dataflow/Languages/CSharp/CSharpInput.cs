using Merlon.Analysis.Dataflow.Interpretation.Rescans;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.CSharp;

/// <summary>A file to be read: C#, or a page with what it was translated to.</summary>
sealed class CSharpInput(SourceFile given, MappedText? translated)
{
    readonly Lazy<UInt128> digest = new(() => DigestOf(given, translated));
    readonly Lazy<SourceFile> inUtf8 = new(() => translated is null ? CSharpFile.InUtf8(given) : given);

    public string Path => given.Path;

    /// <summary>Tells its text, and for a page all that it was translated from, from any other.</summary>
    public UInt128 Digest => digest.Value;

    /// <summary>As places in it are counted.</summary>
    public SourceFile Source => inUtf8.Value;

    public string Text => translated?.ToString() ?? CSharpFile.TextOf(given);

    public CSharpFile Parse() => translated is null ? CSharpFile.Parse(given) : CSharpFile.OfPage(given, translated);

    /// <summary>The files that it was made from.</summary>
    public IEnumerable<SourceFile> Origins => translated?.Files ?? [];

    static UInt128 DigestOf(SourceFile given, MappedText? translated)
    {
        using var all = new Digest();
        all.Add(given.Text.Span);
        translated?.AddTo(all);
        return all.Take();
    }
}

using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Pages;

/// <summary>Reads the files of an application, pages among them: those are translated first.</summary>
sealed class PageReader
{
    readonly Dictionary<string, SourceFile> all;
    readonly bool isClassic;

    public PageReader(IReadOnlyList<SourceFile> sources)
    {
        all = sources.DistinctBy(s => s.Path).ToDictionary(s => s.Path, StringComparer.OrdinalIgnoreCase);
        isClassic = sources.Any(s => PageTypes.IsRazor(s.Path)) && sources.Any(s => s.Text.Span.IndexOf("System.Web.Mvc"u8) >= 0);
    }

    /// <summary>The file to be read as code; null for a page that is none.</summary>
    public CSharpInput? Read(SourceFile source)
    {
        if (!PageTypes.IsPage(source.Path)) return new CSharpInput(source, null);
        if (PageTypes.IsShared(source.Path)) return null;
        var translated = PageTypes.IsRazor(source.Path) ? RazorTranslator.Translate(source, all, isClassic) : WebFormsTranslator.Translate(source);
        return translated is null ? null : new CSharpInput(source, translated);
    }
}

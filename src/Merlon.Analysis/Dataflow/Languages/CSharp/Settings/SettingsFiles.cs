using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Settings;

/// <summary>
/// Settings of ASP.NET applications that open what is closed by default, and passwords among them: in <c>web.config</c> and its like, in
/// the directives of pages, and in <c>appsettings.json</c>. Each file becomes a type without members whose constructs rules name.
/// </summary>
static class SettingsFiles
{
    /// <summary>Whether a file may hold such settings, by its name.</summary>
    public static bool IsOne(string name) => IsConfig(name) || PageDirective.IsPage(name) || IsJson(name);

    /// <summary>A type for each file in which something was seen.</summary>
    public static IEnumerable<TypeDeclaration> Read(IEnumerable<SourceFile> files)
    {
        foreach (var file in files)
        {
            var name = file.Path[(file.Path.LastIndexOf('/') + 1)..];
            var seen = IsConfig(name) ? ConfigFile.Read(file) : PageDirective.IsPage(name) ? PageDirective.Read(file) : AppSettings.Read(file);
            if (seen.Count == 0) continue;
            var type = new TypeDeclaration(file.Path, new Span(file, 0, 0));
            type.Constructs.AddRange(seen);
            yield return type;
        }
    }

    /// <summary>The values of settings that hold wherever the application runs; those of one environment are left out.</summary>
    public static IEnumerable<ResourceFile> Values(IEnumerable<SourceFile> files) =>
        files.Where(f => f.Path[(f.Path.LastIndexOf('/') + 1)..] is var name && (IsConfig(name) || name.Equals("appsettings.json", StringComparison.OrdinalIgnoreCase))).Select(SettingsValues.Read).OfType<ResourceFile>();

    static bool IsConfig(string name) => name.Equals("web.config", StringComparison.OrdinalIgnoreCase) || name.Equals("app.config", StringComparison.OrdinalIgnoreCase);

    static bool IsJson(string name) => name.StartsWith("appsettings", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
}

using System.Text;
using Merlon.Analysis.Dataflow.Interpretation.Rescans;
using Merlon.Analysis.Dataflow.Languages.CSharp.Kept;
using Merlon.Analysis.Dataflow.Languages.CSharp.Pages;
using Merlon.Analysis.Dataflow.Languages.CSharp.Settings;
using Merlon.Analysis.Dataflow.Models;
using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Dataflow.Programs.Kept;

namespace Merlon.Analysis.Dataflow.Languages.CSharp;

/// <summary>C#, with its pages and settings.</summary>
sealed class CSharpLanguage : Language
{
    static readonly string[] SourceExtensions = [".cs", .. PageTypes.Extensions];

    public override string Name => "csharp";

    public override IReadOnlyList<string> Extensions => SourceExtensions;

    public override LanguageFiles Read(TreeSources tree) =>
        new Files([.. tree.EndingIn(SourceExtensions)], [.. tree.Where(f => SettingsFiles.IsOne(f.Name))], HasImplicitUsings(tree));

    /// <summary>Projects that say so import the usual namespaces without naming them; loose files are taken to.</summary>
    static bool HasImplicitUsings(TreeSources tree)
    {
        var projects = tree.Where(f => f.Path.EndsWith("proj", StringComparison.OrdinalIgnoreCase) || f.Name.Equals("Directory.Build.props", StringComparison.OrdinalIgnoreCase));
        return projects.Count == 0 || projects.Any(f => Encoding.UTF8.GetString(f.Text.Span).Contains("<ImplicitUsings>", StringComparison.OrdinalIgnoreCase));
    }

    sealed class Files(List<SourceFile> sources, List<SourceFile> settings, bool hasImplicitUsings) : LanguageFiles
    {
        public override void AddTo(Digest digest) => digest.Add(hasImplicitUsings);

        public override LoweredProgram Lower(ModelLibrary models, KeptCode? earlier, int jobs, CancellationToken ct)
        {
            var memory = earlier is null ? null : new CSharpMemory(earlier);
            var frontEnd = new CSharpFrontEnd(models, memory);
            var types = frontEnd.Lower(sources, hasImplicitUsings, jobs, ct).Concat(SettingsFiles.Read(settings)).ToList();
            var program = new Program(types, SettingsFiles.Values(settings))
            {
                LeftOut = [.. frontEnd.LeftOut],
                OperatorType = CSharpFrontEnd.OperatorType,
                TextMethod = "ToString",
                RootType = "System.Object",
                TextType = "System.String",
                Pages = Program.PagesOf(types, PageTypes.FunctionOf),
                PathsOfView = PageTypes.PathsOfView,
            };
            return new LoweredProgram(program, memory is null ? null : memory.Write);
        }
    }
}

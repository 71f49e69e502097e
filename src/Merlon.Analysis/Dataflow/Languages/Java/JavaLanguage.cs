using System.Security.Cryptography;
using System.Text;
using Merlon.Analysis.Dataflow.Interpretation.Rescans;
using Merlon.Analysis.Dataflow.Languages.Java.Kept;
using Merlon.Analysis.Dataflow.Languages.Java.Mappers;
using Merlon.Analysis.Dataflow.Languages.Java.Pages;
using Merlon.Analysis.Dataflow.Languages.Java.Settings;
using Merlon.Analysis.Dataflow.Models;
using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Dataflow.Programs.Kept;

namespace Merlon.Analysis.Dataflow.Languages.Java;

/// <summary>Java, with its pages, mappers and settings.</summary>
sealed class JavaLanguage : Language
{
    static readonly string[] SourceExtensions = [".java", .. PageNames.Extensions];

    public override string Name => "java";

    public override IReadOnlyList<string> Extensions => SourceExtensions;

    public override LanguageFiles Read(TreeSources tree) => new Files(
        [
            .. tree.EndingIn(SourceExtensions),
            .. tree.EndingIn(".html").Where(TemplateReader.Prints),
            .. tree.EndingIn(".xml").Where(MappedCommands.IsMapper),
        ],
        tree);

    sealed class Files(List<SourceFile> sources, TreeSources tree) : LanguageFiles
    {
        public override void AddTo(Digest digest)
        {
            foreach (var mapper in sources.Where(MappedCommands.IsFile)) digest.Add(mapper.Path).Add(SHA256.HashData(mapper.Text.Span));
        }

        public override LoweredProgram Lower(ModelLibrary models, KeptCode? earlier, int jobs, CancellationToken ct)
        {
            var memory = earlier is null ? null : new JavaMemory(earlier);
            var frontEnd = new JavaFrontEnd(models, memory);
            var types = frontEnd.Lower(sources, jobs, ct).ToList();
            if (types.Count > 0) types.AddRange(JavaSettings.Read(tree.Where(f => f.Path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && JavaSettings.IsOne(f.Path))));
            IEnumerable<ResourceFile> resources =
            [
                .. tree.Unread(f => f.Path.EndsWith(".properties", StringComparison.Ordinal)).Select(f => new ResourceFile(f.Path, () => PropertiesFile.Read(Encoding.UTF8.GetString(f.Read())))),
                .. tree.Unread(f => ApplicationSettings.IsOne(f.Path)).Select(f => new ResourceFile(f.Path, () => ApplicationSettings.Read(Encoding.UTF8.GetString(f.Read())))),
            ];
            var program = new Program(types, resources) { LeftOut = [.. frontEnd.LeftOut], OperatorType = JavaFrontEnd.OperatorType, Pages = Program.PagesOf(types, PageNames.ServiceOf), PathsOfView = PageNames.PathsOfView };
            return new LoweredProgram(program, memory is null ? null : memory.Write);
        }
    }
}

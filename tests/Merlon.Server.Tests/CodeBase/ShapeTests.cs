using System.Reflection;
using System.Xml.Linq;

namespace Merlon.Server.Tests.CodeBase;

/// <summary>What a reader meets: documented types, files with one subject.</summary>
public class ShapeTests
{
    private const int MostLines = 400;

    // Made by the Razor compiler of each _Imports.razor.
    private const string RazorImports = "_Imports";

    [Theory]
    [MemberData(nameof(BannedSymbolTests.Assemblies), MemberType = typeof(BannedSymbolTests))]
    public void PublicType_IsDocumented(string assembly)
    {
        var documented = XDocument.Load(Path.Combine(AppContext.BaseDirectory, $"{assembly}.xml")).Descendants("member")
            .Where(member => member.Elements().Any()).Select(member => (string)member.Attribute("name")!).ToHashSet(StringComparer.Ordinal);
        Assembly.Load(assembly).GetExportedTypes().Where(type => type.Name != RazorImports).Select(type => $"T:{type.FullName!.Replace('+', '.')}").Where(name => !documented.Contains(name)).Order().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    [InlineData("bench")]
    public void File_HasOneSubject(string folder) =>
        Checkout.Sources(folder).Select(source => (source.Path, Lines: source.Text.AsSpan().Count('\n'))).Where(source => source.Lines > MostLines)
            .Select(source => $"{source.Path} has {source.Lines} lines").ShouldBeEmpty();

    [Theory]
    [InlineData("Helpers")]
    [InlineData("Utils")]
    [InlineData("Common")]
    [InlineData("Managers")]
    [InlineData("Services")]
    public void Folder_IsNamedByAConcept(string emptyWord) =>
        Checkout.Sources("src").Select(source => source.Path).Where(path => path.Contains($"/{emptyWord}/", StringComparison.OrdinalIgnoreCase) && !path.StartsWith(SystemServices, StringComparison.Ordinal)).ShouldBeEmpty();

    // The services of a machine are a concept.
    private const string SystemServices = "src/Merlon.Nodes/Collection/Services/";
}

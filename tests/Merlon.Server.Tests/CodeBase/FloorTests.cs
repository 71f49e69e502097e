using System.Xml.Linq;

namespace Merlon.Server.Tests.CodeBase;

/// <summary>A floor uses only the floors below it.</summary>
public class FloorTests
{
    private static readonly Dictionary<string, int> Floors = new()
    {
        ["Merlon.Packages"] = 0, ["Merlon.Analysis"] = 1, ["Merlon.Nodes"] = 1, ["Merlon.Core"] = 2, ["Merlon.Server"] = 3, ["Merlon"] = 4,
    };

    public static TheoryData<string> Projects => [.. Floors.Keys];

    [Fact]
    public void House_HasTheseFloorsAndNoOthers() =>
        Directory.EnumerateDirectories(Path.Combine(Checkout.Root, "src")).Select(Path.GetFileName).ShouldBe(Floors.Keys, ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Projects))]
    public void Floor_UsesOnlyThoseBelow(string project)
    {
        var used = Load(project).Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!));
        used.Where(other => Floors[other] >= Floors[project]).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Merlon.Packages")]
    [InlineData("Merlon.Analysis")]
    [InlineData("Merlon.Nodes")]
    public void Engines_KnowNeitherDatabaseNorWeb(string project)
    {
        var file = Load(project);
        ((string?)file.Root!.Attribute("Sdk")).ShouldBe("Microsoft.NET.Sdk");
        file.Descendants("FrameworkReference").ShouldBeEmpty();
        file.Descendants("PackageReference").Select(reference => (string)reference.Attribute("Include")!)
            .Where(name => name.Contains("EntityFramework", StringComparison.Ordinal) || name.Contains("Npgsql", StringComparison.Ordinal) || name.Contains("AspNetCore", StringComparison.Ordinal) || name.Contains("Sqlite", StringComparison.OrdinalIgnoreCase))
            .ShouldBeEmpty();
    }

    private static XDocument Load(string project) => XDocument.Load(Path.Combine(Checkout.Root, "src", project, $"{project}.csproj"));
}

namespace Merlon.Analysis.Tests.Dataflow.CSharp;

/// <summary>Pages of Razor and Web Forms: see <see cref="PageCases"/>.</summary>
public sealed class CSharpPageTests
{
    static readonly PageCases Pages = new("CSharp");

    public static TheoryData<string> Cases => [.. Pages.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Scan_OfPages_FindsExactlyTheMarkedLines(string name) => Pages.FindExactlyTheMarkedLines(name);

    [Fact]
    public async Task Finding_InAView_TellsTheWayFromTheController()
    {
        var finding = (await Pages.Scan("Views")).First(f => f.Path == "Views/Views/Home/Greeting.cshtml");
        finding.Flow[0].Path.ShouldBe("Views/HomeController.cs");
        finding.Flow[^1].Code.ShouldBe("Html.Raw(Model.Name)");
    }
}

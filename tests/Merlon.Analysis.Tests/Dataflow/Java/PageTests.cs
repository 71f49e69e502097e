namespace Merlon.Analysis.Tests.Dataflow.Java;

/// <summary>Server pages and templates of Java: see <see cref="PageCases"/>.</summary>
public sealed class PageTests
{
    static readonly PageCases Pages = new("Java");

    public static TheoryData<string> Cases => [.. Pages.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Scan_OfPages_FindsExactlyTheMarkedLines(string name) => Pages.FindExactlyTheMarkedLines(name);

    [Fact]
    public async Task Finding_OfAForwardedPage_TellsTheWayFromTheServlet()
    {
        var finding = (await Pages.Scan("Forward")).First(f => f.Line == 2);
        finding.Flow[0].ShouldSatisfyAllConditions(s => s.Path.ShouldBe("Forward/Greeter.java"), s => s.Code.ShouldBe("request.getParameter(\"name\")"));
        finding.Flow[^1].ShouldSatisfyAllConditions(s => s.Path.ShouldBe("Forward/WEB-INF/views/greeting.jsp"), s => s.Code.ShouldBe("${name}"));
        finding.Flow[^1].Symbol.ShouldBe("javax.servlet.jsp.JspWriter.print");
        finding.Column.ShouldBe(4);
    }
}

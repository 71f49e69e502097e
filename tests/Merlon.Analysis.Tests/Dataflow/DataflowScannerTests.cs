using Merlon.Analysis.Dataflow;
using Merlon.Analysis.Dataflow.Rules;
using Merlon.Analysis.Trees;

namespace Merlon.Analysis.Tests.Dataflow;

public sealed class DataflowScannerTests
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Dataflow", "Java", "Pairs");

    [Fact]
    public void Rules_OfOurOwn_HaveNoErrors() => new DataflowScanner().RuleErrors.ShouldBeEmpty();

    [Fact]
    public async Task Scan_WithAnyNumberOfJobs_GivesTheSameFindings()
    {
        var one = await Scan(jobs: 1);
        (await Scan(jobs: 4)).ShouldBe(one);
        one.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Finding_OfAFlow_TellsEveryStepFromSourceToSink()
    {
        var finding = (await Findings(1)).Single(f => f.Path == "Alias.java");
        finding.Flow.Select(s => s.Symbol).ShouldBe(["javax.servlet.http.HttpServletRequest.getParameter", "value", "java.sql.Statement.execute"]);
        finding.Flow[0].Code.ShouldBe("request.getParameter(\"id\")");
        finding.Cwe.ShouldBe(89);
        finding.Tags.ShouldContain(t => t.Key == "category" && t.Value == "SQL Injection");
    }

    [Fact]
    public async Task Finding_OfDataThatWasSanitizedForSomethingElse_SaysWhyThatDoesNotHelp() =>
        (await Sanitized("org.springframework.web.util.HtmlUtils.htmlEscape(id)")).ShouldContain("""
            **What was done to the data on its way does not help here:**

            - `htmlEscape` (`Query.java`, line 5) makes it escaped for HTML.

            It would help if it were one that a check of its content let pass, a number or escaped for SQL.
            """);

    [Fact]
    public async Task Finding_OfDataThatNothingWasDoneTo_SaysNothingOfSanitizers() => (await Sanitized("id.trim()")).ShouldNotContain("does not help");

    [Fact]
    public async Task Setting_BesideJavaCode_IsTold()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "Page.java"), "class Page { void show() { } }", TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "web.xml"), "<param-name>listings</param-name><param-value>true</param-value>", TestContext.Current.CancellationToken);
            (await Findings(1, folder.FullName, "Page.java", "web.xml")).Select(f => (f.Rule, f.Path)).ShouldBe([("directory-listing", "web.xml")]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static async Task<string> Sanitized(string expression) =>
        (await FindingIn("Query.java", $$"""
            class Query {
                void read(javax.servlet.http.HttpServletRequest request, java.sql.Statement statement) throws Exception {
                    String id = request.getParameter("id");
                    String name =
                        {{expression}};
                    statement.execute("select * from users where name = '" + name + "'");
                }
            }
            """, "sql-injection")).Description.ShouldNotBeNull();

    [Theory]
    [InlineData("rules:\n  - id: a\n    title: b\n    cwe: x\n", 4, "number")]
    [InlineData("rules:\n  - id: a\n    title: b\n    cwe: 1\n    colour: red\n", 5, "colour")]
    [InlineData("rules:\n  - id: a\n    cwe: 1\n    sinks:\n      a.B:\n        c: nowhere\n", 6, "nowhere")]
    [InlineData("types:\n  a.B:\n    c: { do: what.ever }\n", 3, "what.ever")]
    [InlineData("types:\n  a.B:\n    c: { mark_when: { clean: '(?=x)' } }\n", 3, "pattern")]
    [InlineData("rules: [\n", 2, "")]
    public void Load_OfAFaultyFile_NamesItsLine(string text, int line, string mentions)
    {
        var library = new RuleLibrary();
        library.Load("mine.yaml", text);
        library.Errors.ShouldContain(e => e.File == "mine.yaml" && e.Line == line && e.Message.Contains(mentions, StringComparison.Ordinal));
    }

    /// <summary>Their patterns are tried when they are first held against a text, those of others when their file is read.</summary>
    [Fact]
    public void Load_OfOurOwnFilesAsAUsersOwn_FindsNothingWrong()
    {
        var (library, assembly) = (new RuleLibrary(), typeof(RuleLibrary).Assembly);
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith("Dataflow/", StringComparison.Ordinal) && n.EndsWith(".yaml", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var text = new StreamReader(assembly.GetManifestResourceStream(name)!);
            library.Load(name, text.ReadToEnd());
        }
        library.Errors.ShouldBeEmpty();
        library.Rules.All.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("Alias.java", "SQL Injection")]
    [InlineData("SourceEnvironment.java", "Potential SQL Injection")]
    public async Task Category_OfDataFromWhoRunsTheApplication_IsPotential(string name, string category) =>
        (await Findings(1, Folder, name)).First(f => f.Rule == "sql-injection").Tags.Single(t => t.Key == "category").Value.ShouldBe(category);

    [Theory]
    [InlineData("src/Query.java", FindingSeverity.Critical)]
    [InlineData("src/test/java/Query.java", FindingSeverity.Low)]
    [InlineData("src/it/java/Query.java", FindingSeverity.Low)]
    [InlineData("it/src/Query.java", FindingSeverity.Critical)]
    public async Task Finding_InATest_IsOfLowSeverity(string path, FindingSeverity severity) =>
        (await FindingIn(path, await File.ReadAllTextAsync(Path.Combine(Folder, "Alias.java"), TestContext.Current.CancellationToken), "sql-injection")).Severity.ShouldBe(severity);

    /// <summary>The methods between, of which each calls the next, are followed or are too many.</summary>
    [Theory]
    [InlineData(3, FindingSeverity.Critical, FindingConfidence.High, false)]
    [InlineData(30, FindingSeverity.Medium, FindingConfidence.Low, true)]
    public async Task Finding_PastACallThatWasNotFollowed_IsAGuess(int calls, FindingSeverity severity, FindingConfidence confidence, bool isSaid)
    {
        var between = string.Concat(Enumerable.Range(0, calls).Select(n => $"String m{n}(String id) {{ return m{n + 1}(id); }}\n"));
        var finding = await FindingIn("Query.java", $$"""
            class Query {
                void find(javax.servlet.http.HttpServletRequest request, java.sql.Statement statement) throws Exception {
                    statement.execute("select " + m0(request.getParameter("id")));
                }
                {{between}}
                String m{{calls}}(String id) { return id; }
            }
            """, "sql-injection");
        (finding.Severity, finding.Confidence, finding.Description!.Contains("not followed", StringComparison.Ordinal)).ShouldBe((severity, confidence, isSaid));
    }

    [Theory]
    [InlineData(3, FindingSeverity.Critical)]
    [InlineData(30, FindingSeverity.Medium)]
    public async Task Finding_PastATestThatWasNotFollowed_IsAGuess(int calls, FindingSeverity severity)
    {
        var between = string.Concat(Enumerable.Range(0, calls).Select(n => $"boolean m{n}(String id) {{ return m{n + 1}(id); }}\n"));
        (await FindingIn("Query.java", $$"""
            class Query {
                void find(javax.servlet.http.HttpServletRequest request, java.sql.Statement statement) throws Exception {
                    String id = request.getParameter("id");
                    if (!m0(id)) throw new IllegalArgumentException();
                    statement.execute("select " + id);
                }
                {{between}}
                boolean m{{calls}}(String id) { return id.length() > 10; }
            }
            """, "sql-injection")).Severity.ShouldBe(severity);
    }

    [Theory]
    [InlineData("[Authorize(Roles = \"Member\")]", FindingSeverity.Critical)]
    [InlineData("[Authorize(Roles = \"Administrators\")]", FindingSeverity.Medium)]
    public async Task Finding_OfARouteOfAdministrators_IsOfMediumSeverity(string attribute, FindingSeverity severity) =>
        (await FindingIn("Items.cs", $$"""
            using System.Data.SqlClient;
            using Microsoft.AspNetCore.Authorization;
            using Microsoft.AspNetCore.Mvc;
            {{attribute}}
            public class ItemsController : ControllerBase
            {
                [HttpGet] public void Read(string id) => new SqlCommand("select " + id);
            }
            """, "sql-injection")).Severity.ShouldBe(severity);

    static async Task<Finding> FindingIn(string path, string code, string rule)
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var file = Path.Combine(folder.FullName, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, code);
            return (await Findings(1, folder.FullName, path)).First(f => f.Rule == rule);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static async Task<List<string>> Scan(int jobs) =>
        [.. (await Findings(jobs)).Select(f => $"{f.Path}:{f.Line}:{f.Column} {f.Rule} {f.Fingerprint} {string.Join('>', f.Flow.Select(s => s.Line))}")];

    static Task<List<Finding>> Findings(int jobs) =>
        Findings(jobs, Folder, [.. Directory.EnumerateFiles(Folder, "*.java").Order(StringComparer.Ordinal).Select(f => Path.GetFileName(f)!)]);

    static async Task<List<Finding>> Findings(int jobs, string folder, params string[] names)
    {
        var files = names.Select(name => new TreeFile(name, new FileInfo(Path.Combine(folder, name)).Length));
        var context = new TreeScanContext { Tree = new ScannedTree(folder, [.. files]), Options = new CodeScanOptions { Jobs = jobs }, Progress = new Progress<CodeScanProgress>() };
        var found = new List<Finding>();
        await foreach (var result in new DataflowScanner().Scan(context, TestContext.Current.CancellationToken))
            if (result is Finding finding) found.Add(finding);
        return found;
    }
}

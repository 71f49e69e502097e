using System.Net;
using Merlon.Analysis.Matches;
using Merlon.Analysis.Matches.Library;
using Merlon.Server.Tests.Running;

namespace Merlon.Server.Tests.Apis.CodeInsight;

/// <summary>Copies of files that the reference library knows, as evidence of a scan.</summary>
public abstract class MatchTests(RunningServer server)
{
    private const string Api = "/codeinsight/api";

    [Fact]
    public async Task Scan_OfACopyAndOfAPart_CountsThemAsMatches()
    {
        var known = string.Concat(Enumerable.Range(0, 40).Select(n => $"export function borrowed{n * 7919}(first, second) {{\n  return first * {n * 104729} + second % {n + 3};\n}}\n"));
        await AddToLibrary(known);
        var client = await (await server.NewTenant()).Admin();
        var id = (await client.Post($"{Api}/projects", new { name = "copies" }).Body(HttpStatusCode.Created))["id"]!;
        await client.PostAsync($"{Api}/project/uploadProjectCodebase?projectId={id}", ScanTests.Zip(("whole.js", known), ("part.js", "let own = 1;\n" + string.Join('\n', known.Split('\n')[..60])), ("own.js", "let nothing = 'borrowed';\n"))).Body();

        await ScanTests.Finished(client, (await client.PostAsync($"{Api}/scanResource/projectScan/{id}", null).Body())["Content: "]!);

        var evidences = (await client.GetAsync($"{Api}/projects/{id}/evidences").Body())["data"]!.AsArray();
        evidences.Select(e => ((string)e!["filePath"]!, (int)e["exactFileMatches"]!, (int)e["sourceMatches"]!)).ShouldBe([("part.js", 0, 1), ("whole.js", 1, 0)]);
    }

    private async Task AddToLibrary(string text)
    {
        var folder = Directory.CreateTempSubdirectory("merlon-library-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "known.js"), text);
        using var builder = new LibraryBuilder(Path.Combine(server.Data, "library"));
        await LibraryLoader.Add(builder, folder.FullName, folder.FullName, _ => { }, null, CancellationToken.None);
        builder.Flush();
        folder.Delete(recursive: true);
    }

    public sealed class OnSqlite(SqliteServer server) : MatchTests(server);

    public sealed class OnPostgres(PostgresServer server) : MatchTests(server);
}

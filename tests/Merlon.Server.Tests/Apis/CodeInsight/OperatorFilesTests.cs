using Merlon.Server.Tests.Running;

namespace Merlon.Server.Tests.Apis.CodeInsight;

/// <summary>Rules and search terms that an operator puts into the data folder.</summary>
public sealed class OperatorFilesTests
{
    [Fact]
    public async Task Scan_LooksForWhatTheOperatorPutIntoTheDataFolder()
    {
        // The folder counts for every tenant of a server, so this one is for this test alone.
        await using var server = new SqliteServer();
        await server.InitializeAsync();
        await File.WriteAllTextAsync(Path.Combine(server.Data, "search-terms.txt"), "quetzal budget\n");
        await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(Path.Combine(server.Data, "rules")).FullName, "own.yaml"), """
            rules:
              - id: own-quetzal
                title: "Quetzals are rare"
                cwe: 20
                severity: high
                category: Wildlife
                explanation: There are few.
                mend: Leave them alone.
                sinks:
                  org.birds.Quetzal: { shoo: {} }
            """);
        var tenant = await server.NewTenant();
        var client = await tenant.Admin();
        var id = await ScanTests.Project(client);
        await client.PostAsync($"{ScanTests.Api}/project/uploadProjectCodebase?projectId={id}", ScanTests.Zip(
            ("notes.txt", "the Quetzal Budget\n"), ("A.java", "import org.birds.Quetzal;\npublic class A { public static void main(String[] args) { Quetzal.shoo(); } }\n"))).Body();

        ((string)(await ScanTests.Finished(client, (await client.PostAsync($"{ScanTests.Api}/scanResource/projectScan/{id}", null).Body())["Content: "]!))["status"]!).ShouldBe("Completed");

        (await client.GetAsync($"{ScanTests.Api}/projects/{id}/evidences").Body())["data"]!.ToJsonString().ShouldContain("Quetzal Budget");
        (await client.GetAsync($"/api/v4/orgs/{tenant.Id.Id}/findings").Body())["response"]!["findings"]!.AsArray().ShouldHaveSingleItem()!["title"]!.ToString().ShouldBe("Quetzals are rare");
    }
}

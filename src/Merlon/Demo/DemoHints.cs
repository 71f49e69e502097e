using Merlon.Commands;
using Merlon.Core.Hosting;
using Merlon.Core.Identity;

namespace Merlon.Demo;

/// <summary>What to try next, each as a line that can be pasted.</summary>
static class DemoHints
{
    public static void Print(StartedServer server, TenantId tenant)
    {
        // A password that others chose is not printed; curl asks for it.
        var login = server.MadeUpPassword is { } password ? $"{FirstStart.AdminLogin}:{password}" : FirstStart.AdminLogin;
        Console.WriteLine();
        Console.WriteLine($"Open  {server.Link}");
        Console.WriteLine($"Login {FirstStart.AdminLogin}{(server.MadeUpPassword is { } shown ? $" {shown}" : " (forgotten? merlon user reset-password admin, with the same --data)")}");
        Console.WriteLine();
        foreach (var (what, path) in Questions(tenant))
        {
            Console.WriteLine($"# {what}");
            Console.WriteLine($"curl -u '{login}' '{server.Link}{path}'");
        }
        Console.WriteLine();
    }

    private static IEnumerable<(string What, string Path)> Questions(TenantId tenant) =>
    [
        ("Qwiet: what was found in the Java sample?", $"/api/v4/orgs/{tenant.Id}/apps/sample-java/findings"),
        ("Code Insight: which projects are there?", "/codeinsight/api/projects"),
        ("Api Security: which applications are there?", $"/v1/accounts/{tenant.Id}/apps"),
        ("Guardian: which machines are known?", "/api/v2/nodes.json"),
        ("IQ: which applications are there?", "/api/v2/applications"),
    ];
}

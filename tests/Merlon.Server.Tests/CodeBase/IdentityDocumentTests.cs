using System.Text;
using Merlon.Core.Identity;

namespace Merlon.Server.Tests.CodeBase;

/// <summary>docs/identity.md says what the roles may do; its table is made from the roles. UPDATE_DOCS=1 writes it anew.</summary>
public class IdentityDocumentTests
{
    private const string Begin = "<!-- The table is written by UPDATE_DOCS=1 ./test Server. -->\n";
    private static readonly string Document = Path.Combine(Checkout.Root, "docs", "identity.md");

    [Fact]
    public void Table_SaysWhatTheRolesMayDo()
    {
        var text = File.ReadAllText(Document);
        var from = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") is { Length: > 0 }) File.WriteAllText(Document, text[..from] + Table());
        File.ReadAllText(Document)[from..].ShouldBe(Table(), "UPDATE_DOCS=1 ./test Server writes it anew");
    }

    private static string Table()
    {
        var table = new StringBuilder();
        foreach (var api in BuiltInRoles.All.GroupBy(role => role.Api))
        {
            table.Append($"\n### {api.Key}\n\n| scope | {string.Join(" | ", api.Select(role => role.Name))} |\n|---|{string.Concat(api.Select(_ => ":-:|"))}\n");
            foreach (var scope in Scope.All.Values.OrderBy(scope => scope.Name, StringComparer.Ordinal))
                table.Append($"| `{scope}` | {string.Join(" | ", api.Select(role => role.Scopes.Contains(scope) ? "x" : " "))} |\n");
        }
        return table.ToString();
    }
}

using System.Text.RegularExpressions;

namespace Merlon.Server.Tests.CodeBase;

/// <summary>The documents keep up with what they tell of.</summary>
public partial class DocumentTests
{
    public static TheoryData<string> Documents =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Checkout.Root, "docs"), "*.md", SearchOption.AllDirectories).Append(Path.Combine(Checkout.Root, "README.md"))
            .Select(file => Path.GetRelativePath(Checkout.Root, file)).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Link_LeadsSomewhere(string document)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Checkout.Root, document))!;
        Link().Matches(File.ReadAllText(Path.Combine(Checkout.Root, document))).Select(match => match.Groups[1].Value.Split('#')[0])
            .Where(target => target.Length > 0 && !target.Contains("://", StringComparison.Ordinal))
            .Where(target => !Path.Exists(Path.Combine(folder, target))).ShouldBeEmpty();
    }

    [Fact]
    public void Setting_IsInTheListOfSettings()
    {
        var settings = Checkout.Sources("src/Merlon.Server/Hosting/Settings").Single(source => source.Path.EndsWith("ServerSettings.cs", StringComparison.Ordinal)).Text;
        var listed = File.ReadAllText(Path.Combine(Checkout.Root, "docs", "operating.md"));
        var names = Setting().Matches(settings).Select(match => match.Groups[1].Value.Replace(':', '.')).Where(name => name is not "config").Distinct().ToList();
        names.Count.ShouldBeGreaterThan(15);
        names.Where(name => !listed.Contains($"`{name}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)", RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex(@"reader\.(?:Text|Number|Switch|Choice|Address|File|List|Networks)\(""([^""]+)""", RegexOptions.NonBacktracking)]
    private static partial Regex Setting();
}

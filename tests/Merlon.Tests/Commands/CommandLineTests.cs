using System.Text.RegularExpressions;

namespace Merlon.Tests.Commands;

public partial class CommandLineTests
{
    [Fact]
    public async Task Help_NamesEveryCommand_AndEachExplainsItself()
    {
        var help = (await MerlonProcess.Run("help")).Done();
        var commands = CommandLines().Matches(help[help.IndexOf("Commands:", StringComparison.Ordinal)..]).Select(match => match.Groups[1].Value).ToList();
        commands.ShouldBeSubsetOf(["serve", "work", "demo", "tenant", "token", "user", "backup", "restore", "scan", "advisories", "library", "check", "node", "agent", "version", "help"]);
        commands.ShouldContain("serve");
        foreach (var command in commands) (await MerlonProcess.Run("help", command)).Done().ShouldContain($"merlon {command}");
    }

    [Fact]
    public async Task Version_IsOneLine() => (await MerlonProcess.Run("version")).Done().ShouldMatch(@"^merlon \d+\.\d+\.\d+\S*\n$");

    [Theory]
    [InlineData("nonsense")]
    [InlineData("help", "nonsense")]
    [InlineData("serve", "--port", "1")]
    [InlineData("token", "create")]
    [InlineData("token", "create", "--label", "x", "--role", "KING", "--data", "/nowhere")]
    [InlineData("token", "create", "--label", "x", "--apis", "telepathy", "--data", "/nowhere")]
    [InlineData("user", "add")]
    [InlineData("scan", "/nowhere")]
    [InlineData("scan", "/tmp", "--format", "poem")]
    [InlineData("scan", "/tmp", "--only", "luck")]
    [InlineData("scan", "/tmp", "--fail-on", "sometimes")]
    [InlineData("scan", "/tmp", "--jobs", "0")]
    [InlineData("scan", "/tmp", "--jobs", "many")]
    [InlineData("node", "scan", "--format", "poem")]
    [InlineData("serve", "--config", "/nowhere.json")]
    [InlineData("serve", "--data", "/nowhere", "--database", "nonsense")]
    public async Task WrongArguments_AreRefusedInOneLine(params string[] args) => (await MerlonProcess.Run(args)).Refused().ShouldSatisfyAllConditions(
        refused => refused.ShouldStartWith("merlon: "),
        refused => refused.ShouldNotContain("System."));

    [Fact]
    public async Task Serve_WithWrongSettings_NamesThemAllAtOnce()
    {
        var refused = (await MerlonProcess.Run(new Dictionary<string, string> { ["MERLON_PUBLIC_URL"] = "nowhere", ["MERLON_LIMITS__BODY_MEGABYTES"] = "-1" }, "serve", "--data", "/nowhere", "--urls", "gopher://x")).Refused();
        refused.ShouldContain("urls");
        refused.ShouldContain("publicUrl");
        refused.ShouldContain("limits.bodyMegabytes");
    }

    [GeneratedRegex("^  ([a-z]+)", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex CommandLines();
}

using System.Diagnostics;
using Merlon.Analysis.Trees;

namespace Merlon.Analysis.Tests.Trees;

public sealed class GitCheckoutTests : IDisposable
{
    readonly TestFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Clone_OfAnAllowedAddress_GivesTheTreeAndItsCommit()
    {
        var repository = Repository();

        var result = await Clone("file://" + repository, new() { Schemes = ["file"] });

        var expanded = result.ShouldBeOfType<ExpansionResult.Expanded>();
        expanded.Commit.ShouldBe(Git(repository, "rev-parse", "HEAD"));
        folder.Files("out").ShouldBe(["a.txt", "link"]);
        File.ReadAllText(folder.At("out/link")).ShouldBe("/etc/passwd", "links become files that hold their target");
    }

    [Fact]
    public async Task Clone_OfABranch_GivesThatBranch()
    {
        var repository = Repository();
        Git(repository, "checkout", "-q", "-b", "feature/x");
        File.WriteAllText(Path.Join(repository, "b.txt"), "b");
        Git(repository, "add", "-A");
        Git(repository, "commit", "-q", "-m", "b");
        Git(repository, "checkout", "-q", "main");

        await Clone("file://" + repository, new() { Schemes = ["file"], Reference = "feature/x" });

        folder.Files("out").ShouldContain("b.txt");
    }

    [Fact]
    public async Task Clone_LargerThanItsLimit_IsRefusedAndNothingIsKept()
    {
        var result = await Clone("file://" + Repository(), new() { Schemes = ["file"], Limits = new() { TotalBytes = 10 } });

        result.ShouldBeOfType<ExpansionResult.Refused>().Code.ShouldBe("too-large");
        Directory.EnumerateDirectories(folder.Path).Select(Path.GetFileName).ShouldBe(["repository"]);
    }

    [Theory]
    [InlineData("file:///etc", "https,ssh")]
    [InlineData("http://example.invalid/x", "https")]
    [InlineData("ext::sh -c touch% /tmp/x", "https,ssh,file,ext")]
    [InlineData("-u./x", "https,ssh,file")]
    [InlineData("ssh://-oProxyCommand=x/y", "ssh")]
    [InlineData("git@-oProxyCommand=x:y", "ssh")]
    [InlineData("/etc", "https,file")]
    [InlineData("https://host/a\nb", "https")]
    public async Task Clone_OfAnAddressThatIsNotAllowed_IsRefused(string address, string schemes)
    {
        var result = await Clone(address, new() { Schemes = [.. schemes.Split(',')] });

        result.ShouldBeOfType<ExpansionResult.Refused>().Code.ShouldBe("address");
    }

    [Fact]
    public async Task Clone_ThatFails_ShowsNoPassword()
    {
        var result = await Clone("https://user:secret@127.0.0.1:1/x.git", new());

        var refused = result.ShouldBeOfType<ExpansionResult.Refused>();
        refused.Code.ShouldBe("git");
        refused.Why.ShouldNotContain("secret");
    }

    [Fact]
    public async Task Clone_WithAReferenceThatIsAnOption_IsRefused() =>
        (await Clone("https://127.0.0.1:1/x", new() { Reference = "--upload-pack=x" })).ShouldBeOfType<ExpansionResult.Refused>().Code.ShouldBe("address");

    string Repository()
    {
        var path = Path.GetDirectoryName(folder.Write("repository/a.txt", "hello"))!;
        File.CreateSymbolicLink(Path.Join(path, "link"), "/etc/passwd");
        Git(path, "init", "-q", "-b", "main");
        Git(path, "add", "-A");
        Git(path, "commit", "-q", "-m", "a");
        return path;
    }

    static string Git(string folder, params string[] arguments)
    {
        string[] identity = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"];
        using var git = Process.Start(new ProcessStartInfo("git", [.. identity, .. arguments]) { WorkingDirectory = folder, RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = git.StandardOutput.ReadToEnd().Trim();
        git.WaitForExit();
        git.ExitCode.ShouldBe(0);
        return output;
    }

    Task<ExpansionResult> Clone(string address, GitOptions options) =>
        new GitCheckout(options).Clone(address, folder.At("out"), null, TestContext.Current.CancellationToken);
}

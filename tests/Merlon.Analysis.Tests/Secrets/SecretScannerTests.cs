using System.Diagnostics;
using System.Text.Json;
using Merlon.Analysis.Secrets;
using Merlon.Analysis.Secrets.Kinds;
using Merlon.Analysis.Tests.Trees;

namespace Merlon.Analysis.Tests.Secrets;

public sealed class SecretScannerTests : IDisposable
{
    readonly TestFolder folder = new();
    readonly string token = TrueExamples.Value(KindSet.Default["github-personal-token"], new Made("scanner"));

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Scan_TellsTheSecretMasked_WithItsPlaceAndHowToMendIt()
    {
        folder.Write("src/app.py", $"import x\n\ntoken = \"{token}\"\n");

        var finding = (await Scan()).ShouldHaveSingleItem();

        (finding.Type, finding.Rule, finding.Severity, finding.Cwe).ShouldBe((FindingType.Secret, "github-personal-token", FindingSeverity.Critical, 798));
        (finding.Path, finding.Line, finding.Column).ShouldBe(("src/app.py", 3, 10));
        (finding.Secret!.Masked, finding.Secret.Sealed).ShouldBe(("ghp_********", null));
        finding.Description.ShouldNotBeNullOrEmpty();
        JsonSerializer.Serialize(finding, CodeScanJson.Default.Finding).ShouldNotContain(token[8..20]);
        finding.ToString().ShouldNotContain(token[8..20]);
    }

    [Fact]
    public async Task Scan_WithASealKey_SealsTheValueUnderIt()
    {
        folder.Write("a.txt", token);
        var key = new byte[SecretSeal.KeyBytes];

        var finding = (await Scan(new() { SealKey = key })).ShouldHaveSingleItem();

        SecretSeal.Open(finding.Secret!.Sealed!, key).ShouldBe(token);
    }

    [Fact]
    public async Task Fingerprint_StaysWhenTheLineMoves_AndChangesWithTheValueAndTheKey()
    {
        folder.Write("a.env", "PASSWORD=7Hk29sLq-x\n");
        var key = "0123456789abcdef"u8.ToArray();
        var first = (await Scan(new() { FingerprintKey = key }))[0].Fingerprint;
        folder.Write("a.env", "# moved\n\nPASSWORD=7Hk29sLq-x\n");
        (await Scan(new() { FingerprintKey = key }))[0].Fingerprint.ShouldBe(first);
        (await Scan(new() { FingerprintKey = "fedcba9876543210"u8.ToArray() }))[0].Fingerprint.ShouldNotBe(first);
        folder.Write("a.env", "PASSWORD=9Zk29sLq-y\n");
        (await Scan(new() { FingerprintKey = key }))[0].Fingerprint.ShouldNotBe(first);
    }

    [Fact]
    public async Task Fingerprint_WithoutAKey_SaysNothingOfAPassword()
    {
        folder.Write("a.env", "PASSWORD=7Hk29sLq-x\n");
        var first = (await Scan())[0].Fingerprint;
        folder.Write("a.env", "PASSWORD=9Zk29sLq-y\n");

        (await Scan())[0].Fingerprint.ShouldBe(first);
    }

    [Fact]
    public async Task Settings_DisableAndEntropy_AreObeyed()
    {
        folder.Write("a.env", $"PASSWORD=aab1aab2aaa\nX={token}\n");

        (await Scan(new() { Disable = true })).ShouldBeEmpty();
        (await Scan(new() { Entropy = 0.9 })).Select(f => f.Rule).ShouldBe(["github-personal-token"]);
        (await Scan(new() { Entropy = 0 })).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Scan_OfAFileInManyWindows_TellsEachSecretOnce()
    {
        folder.Write("big.log", string.Concat(Enumerable.Range(0, 4000).Select(i => i % 1000 == 500 ? $"x {token} y\n" : $"line {i} of the log\n")));

        var found = await Scan(limits: new() { WindowBytes = 4096, WindowMargin = 512 });

        found.Select(f => f.Line).ShouldBe([501, 1501, 2501, 3501]);
        found.Select(f => f.Fingerprint).ShouldBeUnique();
    }

    [Fact]
    public async Task History_TellsOfASecretThatIsInNoFileAnyMore_WithTheCommitThatBroughtIt()
    {
        var kept = TrueExamples.Value(KindSet.Default["npm-token"], new Made("kept"));
        Git("init", "-q");
        folder.Write("a.txt", $"{token}\n{kept}\n");
        var first = Commit("one");
        folder.Write("a.txt", $"nothing\n{kept}\n");
        Commit("two");
        folder.Write("b.txt", $"{kept}\n");
        Commit("three");

        var found = await Scan();

        found.Where(f => f.Rule == "npm-token").Select(f => f.Path).ShouldBe(["a.txt", "b.txt"]);
        var old = found.Where(f => f.Rule == "github-personal-token").ShouldHaveSingleItem();
        (old.Path, old.Line).ShouldBe(("a.txt", 1));
        old.Tags.ShouldContain(new FindingTag("commit", first));
        old.Tags.ShouldContain(new FindingTag("author", "Ann <ann@acme.io>"));
        old.Tags.Single(t => t.Key == "commit_date").Value.ShouldStartWith("20");
    }

    [Fact]
    public async Task History_OfAHostileRepository_RunsNoneOfItsPrograms()
    {
        Git("init", "-q");
        folder.Write("a.txt", token);
        Commit("one");
        folder.Write("a.txt", "nothing");
        Commit("two");
        var trap = folder.At("trapped");
        File.AppendAllText(folder.At(".git/config"), $"[core]\n\tfsmonitor = touch {trap}\n\tpager = touch {trap}\n[diff]\n\texternal = touch {trap}\n[log]\n\tshowSignature = true\n[gpg]\n\tprogram = touch {trap}\n[include]\n\tpath = /etc/passwd\n");
        File.WriteAllText(folder.At(".gitattributes"), "* diff=trap filter=trap\n");

        (await Scan()).ShouldHaveSingleItem().Rule.ShouldBe("github-personal-token");
        File.Exists(trap).ShouldBeFalse();
    }

    [Fact]
    public async Task History_OfARepositoryThatBorrowsObjects_IsNotRead()
    {
        Git("init", "-q");
        folder.Write("a.txt", token);
        Commit("one");
        File.WriteAllText(folder.At(".git/objects/info/alternates"), "/elsewhere\n");

        var results = await All(new(), new());

        results.OfType<ScanNote>().ShouldContain(n => n.Code == "history-not-read");
    }

    string Commit(string message)
    {
        Git("add", "-A");
        Git("-c", "user.name=Ann", "-c", "user.email=ann@acme.io", "commit", "-q", "-m", message);
        return Git("rev-parse", "HEAD").Trim();
    }

    string Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = folder.Path, RedirectStandardOutput = true })!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        git.ExitCode.ShouldBe(0);
        return output;
    }

    async Task<List<Finding>> Scan(SecretSettings? settings = null, CodeScanLimits? limits = null) => [.. (await All(settings ?? new(), limits ?? new())).OfType<Finding>()];

    async Task<List<ScanResult>> All(SecretSettings settings, CodeScanLimits limits)
    {
        var results = new List<ScanResult>();
        await foreach (var result in new CodeScan([new SecretScanner(settings)]).Run(folder.Path, new() { Kinds = CodeScanKinds.Secrets, Limits = limits })) results.Add(result);
        return results;
    }
}

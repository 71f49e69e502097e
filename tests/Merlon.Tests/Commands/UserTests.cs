using System.Text.Json.Nodes;

namespace Merlon.Tests.Commands;

public sealed class UserTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("merlon-user-");

    [Fact]
    public async Task User_IsMade_Listed_Disabled_EnabledAndGivenAPassword()
    {
        var made = await User("add", "bob", "--role", "GUEST", "--email", "bob@example.org");
        made.Done().ShouldContain("Made user bob with role GUEST.");
        made.Error.ShouldContain("Password of bob, shown this once:");
        (await User("list")).Done().Split('\n').ShouldContain(line => line.StartsWith("bob\tbob\tbob@example.org\tactive\t", StringComparison.Ordinal));
        (await User("disable", "BOB")).Done().ShouldBe("bob is disabled.\n");
        (await User("list")).Done().ShouldContain("disabled");
        (await User("enable", "bob")).Done().ShouldBe("bob is active.\n");
        (await User("reset-password", "bob")).Done().ShouldBe("bob has a new password.\n");
    }

    [Fact]
    public async Task User_WhoseLoginIsTaken_IsRefused()
    {
        (await User("add", "bob")).Done();
        (await User("add", "Bob")).Refused().ShouldContain("taken");
    }

    [Theory]
    [InlineData("disable")]
    [InlineData("enable")]
    [InlineData("reset-password")]
    public async Task User_WhoDoesNotExist_IsRefused(string command)
    {
        (await User("add", "bob")).Done();
        (await User(command, "nobody")).Refused().ShouldContain("no such user");
    }

    [Fact]
    public async Task Token_IsPrintedInAllItsForms()
    {
        var token = JsonNode.Parse((await MerlonProcess.Run("token", "create", "--label", "ci", "--role", "GUEST", "--apis", "qwiet,code-insight", "--data", _data.FullName)).Done())!.AsObject();
        token.Select(field => field.Key).ShouldBe(["organization_id", "organization_number", "bearer", "api_key", "secret_key"]);
        Guid.TryParse((string?)token["organization_id"], out _).ShouldBeTrue();
        ((long)token["organization_number"]!).ShouldBePositive();
        ((string)token["bearer"]!).Split('.').Length.ShouldBe(3);
        ((string)token["api_key"]!).Length.ShouldBe(64);
        ((string)token["secret_key"]!).Length.ShouldBe(64);
    }

    [Theory]
    [InlineData("list")]
    [InlineData("disable", "bob")]
    [InlineData("enable", "bob")]
    [InlineData("reset-password", "bob")]
    public async Task User_OfAFolderWithoutAnInstallation_IsRefusedAndNothingIsMade(params string[] args)
    {
        (await User(args)).Refused().ShouldContain("There is no installation in");
        _data.EnumerateFileSystemInfos().ShouldBeEmpty();
    }

    public void Dispose() => _data.Delete(recursive: true);

    private Task<CommandOutcome> User(params string[] args) => MerlonProcess.Run(["user", .. args, "--data", _data.FullName]);
}

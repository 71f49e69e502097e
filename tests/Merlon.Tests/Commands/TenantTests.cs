using System.Text.Json.Nodes;

namespace Merlon.Tests.Commands;

public sealed class TenantTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("merlon-tenant-");

    [Fact]
    public async Task Tenant_IsMadeAndListed_AndHasUsersAndTokensOfItsOwn()
    {
        var made = await Merlon("tenant", "add", "Wayne Enterprises");
        var number = made.Done().Split(' ', ',')[2];
        made.Error.ShouldContain("Password of admin, shown this once:");
        var roots = (await Merlon("tenant", "list")).Done().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        roots.Length.ShouldBe(3);
        roots[2].ShouldStartWith($"{number}\t");
        roots[2].ShouldContain("\tWayne Enterprises\t");

        (await Merlon("user", "add", "lucius", "--role", "SUPER_ADMIN", "--tenant", "wayne enterprises")).Done();
        (await Merlon("user", "list", "--tenant", number)).Done().ShouldContain("lucius");
        (await Merlon("user", "list")).Done().ShouldNotContain("lucius");
        (await Merlon("user", "disable", "lucius")).Refused().ShouldContain("no such user");
        (await Merlon("user", "disable", "lucius", "--tenant", number)).Done();

        var first = JsonNode.Parse((await Merlon("token", "create", "--label", "ci")).Done())!;
        var second = JsonNode.Parse((await Merlon("token", "create", "--label", "ci", "--tenant", number)).Done())!;
        ((long)second["organization_number"]!).ShouldBe(long.Parse(number));
        ((long)first["organization_number"]!).ShouldNotBe(long.Parse(number));
    }

    [Fact]
    public async Task Tenant_WhoseNameIsTakenOrEmpty_IsRefused()
    {
        (await Merlon("tenant", "add", "Wayne")).Done();
        (await Merlon("tenant", "add", "WAYNE")).Refused().ShouldContain("taken");
        (await Merlon("tenant", "add", " ")).Refused().ShouldContain("A name of 1 to");
    }

    [Fact]
    public async Task Tenant_ThatIsUnknown_IsRefused()
    {
        (await Merlon("tenant", "add", "Wayne")).Done();
        (await Merlon("user", "list", "--tenant", "Acme")).Refused().ShouldContain("There is no tenant 'Acme'");
        (await Merlon("token", "create", "--label", "ci", "--tenant", "Acme")).Refused().ShouldContain("There is no tenant 'Acme'");
    }

    [Fact]
    public async Task Tenants_OfAFolderWithoutAnInstallation_AreRefusedAndNothingIsMade()
    {
        (await Merlon("tenant", "list")).Refused().ShouldContain("There is no installation in");
        _data.EnumerateFileSystemInfos().ShouldBeEmpty();
    }

    public void Dispose() => _data.Delete(recursive: true);

    private Task<CommandOutcome> Merlon(params string[] args) => MerlonProcess.Run([.. args, "--data", _data.FullName]);
}

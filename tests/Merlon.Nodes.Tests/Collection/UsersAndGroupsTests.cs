using Merlon.Nodes.Collection.Groups;
using Merlon.Nodes.Collection.Users;

namespace Merlon.Nodes.Tests.Collection;

public sealed class UsersAndGroupsTests
{
    static FakeNode Node => new FakeNode()
        .With("/etc/passwd", "root:x:0:0:root:/root:/bin/bash\nwww:x:33:33::/var/www:/usr/sbin/nologin\nold:x:9:9::/:/bin/sh\n+nis::::::\nnot a user\n")
        .With("/etc/group", "root:x:0:\nwww:x:33:deploy,backup\nadm:x:4:www\n")
        .With("/etc/shadow", "root:$6$salt$hash:19675:0:99999:7:::\nwww:*:19675::::::\nold::::::::\n");

    [Fact]
    public async Task Users_AreReadWithTheirGroups_AndNeverWithTheirHash()
    {
        var (items, _) = await Node.Collect(new UsersCollector());
        items.Keys.ShouldBe(["linux|root", "linux|www", "linux|old"]);
        items["linux|root"].ToString().ShouldBe(
            "comment=root, gid=0, groups=root, home=/root, password=set, password_changed=2023-11-14, password_maximum_days=99999, "
            + "password_minimum_days=0, password_warning_days=7, shell=/bin/bash, uid=0");
        items["linux|www"]["groups"]!.Value.Text.ShouldBe("adm,www");
        items["linux|www"]["password"]!.Value.Text.ShouldBe("locked");
        items["linux|old"]["password"]!.Value.Text.ShouldBe("none");
        items.Values.ShouldAllBe(attributes => !attributes.ToString().Contains("hash"));
    }

    [Fact]
    public async Task Users_WithoutTheRightToReadShadow_AreWholeButForPasswords()
    {
        var node = Node;
        node.Forbidden.Add("/etc/shadow");
        var (items, context) = await node.Collect(new UsersCollector());
        items["linux|root"]["password"].ShouldBeNull();
        context.MissedSome.ShouldBeFalse();
        context.Messages.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Groups_AreReadWithTheirMembersInOrder()
    {
        var (items, _) = await Node.Collect(new GroupsCollector());
        items["linux|www"].ToString().ShouldBe("gid=33, members=backup,deploy");
    }
}

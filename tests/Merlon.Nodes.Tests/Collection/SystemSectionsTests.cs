using Merlon.Nodes.Collection.Inventory;
using Merlon.Nodes.Collection.KernelModules;
using Merlon.Nodes.Collection.KernelParameters;
using Merlon.Nodes.Collection.Mounts;
using Merlon.Nodes.Collection.Ports;
using Merlon.Nodes.Collection.ScheduledTasks;
using Merlon.Nodes.Collection.Services;
using Merlon.Nodes.Collection.Sshd;
using Merlon.Nodes.Transports;

namespace Merlon.Nodes.Tests.Collection;

public sealed class SystemSectionsTests
{
    [Fact]
    public async Task Ports_OfBothProtocolVersions_AreOneItemWithTheirProcess()
    {
        const string Header = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n";
        var node = new FakeNode()
            .With("/etc/passwd", "root:x:0:0::/:/bin/sh\nwww:x:33:33::/:/bin/sh\n")
            .With("/proc/net/tcp", Header + "   0: 0100007F:0050 00000000:0000 0A 0:0 00:0 0 33 0 111 1\n   1: 0100007F:0051 0100007F:9999 01 0:0 00:0 0 33 0 112 1\n")
            .With("/proc/net/tcp6", Header + "   0: 00000000000000000000000001000000:0050 0:0 0A 0:0 00:0 0 33 0 113 1\n")
            .With("/proc/net/udp", Header + "   0: 00000000:0035 00000000:0000 07 0:0 00:0 0 0 0 114 1\n")
            .With("/proc/77/fd/3", "", kind: NodeFileKind.Link, target: "socket:[111]")
            .With("/proc/77/fd/4", "", kind: NodeFileKind.Link, target: "socket:[113]")
            .With("/proc/77/comm", "nginx\n");
        var (items, _) = await node.Collect(new PortsCollector());
        items.Keys.Order().ShouldBe(["tcp|80", "udp|53"]);
        items["tcp|80"].ToString().ShouldBe("addresses=127.0.0.1,::1, process=nginx, user=www");
        items["udp|53"].ToString().ShouldBe("addresses=0.0.0.0, user=root");
        var (chosen, _) = await node.Collect(new PortsCollector(), new NodeScanOptions { Ports = new PortRanges(PortRanges.Read("1-79, 443")!.Value, []) });
        chosen.Keys.ShouldBe(["udp|53"]);
    }

    [Theory]
    [InlineData("1-1024", true)]
    [InlineData("22", true)]
    [InlineData("", true)]
    [InlineData("5-1", false)]
    [InlineData("70000", false)]
    [InlineData("ssh", false)]
    public void PortRanges_AreReadOrRefused(string text, bool read) => PortRanges.Read(text).HasValue.ShouldBe(read);

    [Fact]
    public async Task Services_OfSystemd_AreAskedFromIt()
    {
        var node = new FakeNode().With("/run/systemd/system/x", "");
        node.Commands["systemctl"] = new CommandResult(CommandEnd.Exited, 0, """
            Id=ssh.service
            Description=OpenBSD Secure Shell server
            LoadState=loaded
            ActiveState=active
            SubState=running
            UnitFileState=enabled
            FragmentPath=/lib/systemd/system/ssh.service
            User=

            Id=once.service
            Description=Ran
            LoadState=loaded
            ActiveState=active
            SubState=exited

            Id=gone.service
            LoadState=not-found
            ActiveState=inactive
            """, "");
        var (items, _) = await node.Collect(new ServicesCollector());
        items.Keys.ShouldBe(["linux|ssh", "linux|once"]);
        items["linux|ssh"].ToString().ShouldBe(
            "description=OpenBSD Secure Shell server, enabled=enabled, source=/lib/systemd/system/ssh.service, state=running, systemd_type=service");
        items["linux|once"]["state"]!.Value.Text.ShouldBe("exited");
        SystemdServices.Listed("cron.service  disabled enabled\nx.socket enabled\nsshd.service alias -\n").Select(s => (s.Name, s.State, s.Enabled)).ShouldBe([("cron", "stopped", "disabled")]);
    }

    [Fact]
    public async Task Services_WhenSystemctlFails_MakeTheSectionIncomplete()
    {
        var (_, context) = await new FakeNode().With("/run/systemd/system/x", "").Collect(new ServicesCollector());
        context.MissedSome.ShouldBeTrue();
    }

    [Fact]
    public async Task Services_WithoutAManager_AreReadFromTheirFiles()
    {
        var (items, _) = await new FakeNode()
            .With("/etc/init.d/ssh", "#!/bin/sh\n# Short-Description: OpenBSD Secure Shell server\n")
            .With("/etc/init.d/README", "")
            .With("/etc/rc2.d/S01ssh", "")
            .With("/usr/lib/systemd/system/backup.service", "[Unit]\nDescription=Backups\n[Service]\nUser=backup\n[Install]\nWantedBy=multi-user.target\n")
            .Collect(new ServicesCollector());
        items["linux|ssh"].ToString().ShouldBe("description=OpenBSD Secure Shell server, enabled=enabled, source=/etc/init.d/ssh, state=unknown");
        items["linux|backup"].ToString().ShouldBe("description=Backups, enabled=disabled, source=/usr/lib/systemd/system/backup.service, state=unknown, systemd_type=service, user=backup");
        items.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Services_OfOpenRc_AreReadFromItsLinks()
    {
        var (items, _) = await new FakeNode()
            .With("/run/openrc/started/sshd", "").With("/etc/runlevels/default/sshd", "")
            .With("/etc/init.d/sshd", "#!/sbin/openrc-run\ndescription=\"OpenSSH server\"\n").With("/etc/init.d/cron", "")
            .Collect(new ServicesCollector());
        items["linux|sshd"].ToString().ShouldBe("description=OpenSSH server, enabled=enabled, source=/etc/init.d/sshd, state=running");
        items["linux|cron"].ToString().ShouldBe("enabled=disabled, source=/etc/init.d/cron, state=stopped");
    }

    [Fact]
    public async Task ScheduledTasks_OfCronAndSystemd_AreFound_WithSecretsMasked()
    {
        var (items, _) = await new FakeNode()
            .With("/etc/crontab", "SHELL=/bin/sh\n# m h dom mon dow user command\n17 *\t* * *  root  cd / && run-parts /etc/cron.hourly\n")
            .With("/etc/cron.d/backup", "@daily backup /usr/bin/dump --password hunter2 -x\n")
            .With("/etc/cron.d/backup.dpkg-old", "@daily root /bin/false\n")
            .With("/var/spool/cron/crontabs/alice", "*/5 * * * * /home/alice/poll\n")
            .With("/etc/cron.daily/logrotate", "")
            .With("/etc/systemd/system/timers.target.wants/fstrim.timer", "[Timer]\nOnCalendar=weekly\nAccuracySec=1h\n")
            .Collect(new ScheduledTasksCollector());
        items.Keys.Order(StringComparer.Ordinal).ShouldBe(
        [
            "cron|/etc/cron.d/backup: /usr/bin/dump --password ******** -x", "cron|/etc/cron.daily/logrotate: /etc/cron.daily/logrotate",
            "cron|/etc/crontab: cd / && run-parts /etc/cron.hourly", "cron|/var/spool/cron/crontabs/alice: /home/alice/poll", "systemd|fstrim.timer",
        ]);
        items["cron|/var/spool/cron/crontabs/alice: /home/alice/poll"].ToString().ShouldBe("command=/home/alice/poll, schedule=*/5 * * * *, source=/var/spool/cron/crontabs/alice, user=alice");
        items["systemd|fstrim.timer"]["schedule"]!.Value.Text.ShouldBe("OnCalendar=weekly");
    }

    [Fact]
    public async Task Sshd_Settings_AreThoseThatTakeEffect()
    {
        var (items, _) = await new FakeNode()
            .With("/etc/ssh/sshd_config", "Include /etc/ssh/sshd_config.d/*.conf\n#PermitRootLogin yes\nPermitRootLogin yes\nPort 22\nPort=2222\nAcceptEnv LANG LC_*\nMatch User Backup\n  PermitRootLogin no # never\nMatch all\nUseDNS no\n")
            .With("/etc/ssh/sshd_config.d/10-hard.conf", "PermitRootLogin \"prohibit-password\"\nInclude /etc/ssh/sshd_config\n")
            .Collect(new SshdCollector());
        items.ToDictionary(i => i.Key, i => i.Value["value"]!.Value.Text).ShouldContainKeyAndValue("config|permitrootlogin", "prohibit-password");
        items["match User Backup|permitrootlogin"]["value"]!.Value.Text.ShouldBe("no");
        items["config|usedns"]["value"]!.Value.Text.ShouldBe("no");
    }

    [Fact]
    public async Task Sshd_ListsAddUp()
    {
        var (items, _) = await new FakeNode().With("/etc/ssh/sshd_config", "Port 22\nPort=2222\nAcceptEnv LANG LC_*\n").Collect(new SshdCollector());
        items["config|port"]["value"]!.Value.Text.ShouldBe("22, 2222");
        items["config|acceptenv"]["value"]!.Value.Text.ShouldBe("LANG LC_*");
    }

    [Fact]
    public async Task Mounts_AreUnescaped_AndTheLastAtAPlaceCounts()
    {
        var (items, context) = await new FakeNode()
            .With("/proc/self/mounts", "/dev/sda1 / ext4 rw,relatime,errors=remount-ro 0 0\n/dev/sdb1 /my\\040disk xfs rw 0 0\ntmpfs /my\\040disk tmpfs ro 0 0\noverlay /var/lib/docker/overlay2/1/merged overlay rw 0 0\n")
            .Collect(new MountsCollector());
        items.ToDictionary(i => i.Key, i => i.Value.ToString()).ShouldBe(new Dictionary<string, string>
        {
            ["linux|/"] = "device=/dev/sda1, options=errors=remount-ro,relatime,rw, type=ext4",
            ["linux|/my disk"] = "device=tmpfs, options=ro, type=tmpfs",
        }, ignoreOrder: true);
        context.MissedSome.ShouldBeFalse();
    }

    [Fact]
    public async Task KernelParametersAndModules_AreRead()
    {
        var node = new FakeNode()
            .With("/proc/sys/net/ipv4/ip_forward", "1\n").With("/proc/sys/net/ipv4/tcp_rmem", "4096\t131072\t6291456\n")
            .With("/proc/sys/net/ipv4/conf/eth0.100/forwarding", "0\n").With("/proc/sys/kernel/random/uuid", "x").With("/proc/sys/net/ipv4/route/flush", "", mode: 0x80)
            .With("/proc/modules", "xfs 1630208 1 - Live 0x0000000000000000\nbad 16384 0 - Unloading 0x0\n").With("/sys/module/xfs/taint", "\n");
        var (items, _) = await node.Collect(new KernelParametersCollector());
        items.ToDictionary(i => i.Key, i => i.Value["value"]!.Value.Text).ShouldBe(new Dictionary<string, string>
        {
            ["linux|net.ipv4.ip_forward"] = "1",
            ["linux|net.ipv4.tcp_rmem"] = "4096 131072 6291456",
            ["linux|net.ipv4.conf.eth0/100.forwarding"] = "0",
        }, ignoreOrder: true);
        var (modules, _) = await node.Collect(new KernelModulesCollector());
        modules.ShouldHaveSingleItem().Value.ToString().ShouldBe("size=1630208");
    }

    [Fact]
    public async Task NetworkFacts_AreStableLists()
    {
        var (items, _) = await new FakeNode()
            .With("/proc/net/fib_trie", "Main:\n  +-- 0.0.0.0/0 3 0 5\n     |-- 192.0.2.7\n        /32 host LOCAL\n     |-- 127.0.0.1\n        /32 host LOCAL\n     |-- 192.0.2.255\n        /32 link BROADCAST\n     |-- 10.1.2.3\n        /32 host LOCAL\n")
            .With("/proc/net/if_inet6", "00000000000000000000000000000001 01 80 10 80       lo\nfe800000000000000000000000000001 02 40 20 80     eth0\n20010db8000000000000000000000002 02 40 00 01     eth0\n")
            .With("/sys/class/net/lo/address", "00:00:00:00:00:00\n").With("/sys/class/net/eth0/address", "02:00:00:00:00:01\n")
            .With("/etc/resolv.conf", "search x\nnameserver 192.0.2.53\n")
            .With("/proc/net/route", "Iface\tDestination\tGateway\neth0\t00000000\t010200C0\t0003\neth0\t000200C0\t00000000\t0001\n")
            .Collect(new InventoryCollector());
        string? Fact(string name) => items["facts|" + name]["value"]?.Text;
        Fact("ip_addresses").ShouldBe("10.1.2.3,192.0.2.7");
        Fact("ipv6_addresses").ShouldBe("fe80::1");
        Fact("mac_addresses").ShouldBe("02:00:00:00:00:01");
        Fact("dns_servers").ShouldBe("192.0.2.53");
        Fact("default_gateway").ShouldBe("192.0.2.1");
    }
}

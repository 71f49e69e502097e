using System.Net;
using Merlon.Core.Outbound;

namespace Merlon.Core.Tests.Outbound;

public class AddressRulesTests
{
    [Theory]
    [InlineData("1.1.1.1", true)]
    [InlineData("172.15.255.255", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("127.0.0.1", false)]
    [InlineData("127.255.255.254", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("192.168.1.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:1.1.1.1", true)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    public void Permit_WithoutExceptions_OnlyPublicAddresses(string address, bool permitted) => new AddressRules([]).Permit(IPAddress.Parse(address)).ShouldBe(permitted);

    [Theory]
    [InlineData("10.1.2.3", true)]
    [InlineData("::ffff:10.1.2.3", true)]
    [InlineData("10.2.0.1", false)]
    public void Permit_WithAnException_PermitsWhatItHolds(string address, bool permitted) => new AddressRules([IPNetwork.Parse("10.1.0.0/16")]).Permit(IPAddress.Parse(address)).ShouldBe(permitted);
}

using System.Net;
using System.Net.Sockets;
using System.Text;
using Merlon.Core.Outbound;

namespace Merlon.Core.Tests.Outbound;

public class OutboundHttpTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::ffff:127.0.0.1]")]
    public async Task Get_OfThisMachine_IsRefusedBeforeAnythingIsSent(string host)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var http = new OutboundHttp(new OutboundOptions());
        using var client = http.Client();
        var refused = await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync($"http://{host}:{((IPEndPoint)listener.LocalEndpoint).Port}/"));
        (refused as OutboundRefusedException ?? refused.InnerException as OutboundRefusedException).ShouldNotBeNull();
        listener.Pending().ShouldBeFalse();
    }

    [Fact]
    public async Task Get_OfAnAllowedNetwork_Arrives()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var answering = AnswerOnce(listener, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok");
        using var http = new OutboundHttp(new OutboundOptions { Allowed = [IPNetwork.Parse("127.0.0.0/8")] });
        using var client = http.Client();
        (await client.GetStringAsync($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/")).ShouldBe("ok");
        await answering;
    }

    [Fact]
    public async Task Redirect_ToAnAddressInside_IsRefused()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var answering = AnswerOnce(listener, "HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/latest\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using var http = new OutboundHttp(new OutboundOptions { Allowed = [IPNetwork.Parse("127.0.0.0/8")] });
        using var client = http.Client();
        var refused = await Should.ThrowAsync<HttpRequestException>(() => client.GetAsync($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/"));
        (refused as OutboundRefusedException ?? refused.InnerException as OutboundRefusedException).ShouldNotBeNull();
        await answering;
    }

    private static async Task AnswerOnce(TcpListener listener, string answer)
    {
        using var connection = await listener.AcceptTcpClientAsync();
        var stream = connection.GetStream();
        var buffer = new byte[4096];
        while (!Encoding.ASCII.GetString(buffer, 0, await stream.ReadAsync(buffer)).Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            // A request this small comes in one read or a few.
        }
        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
    }
}

using System.Diagnostics;
using System.Threading.Tasks;
using Grpc.Core;
using Sales.Generated;

namespace Pairs;

/// <summary>A service of gRPC: its base and its messages are generated.</summary>
public class SourceGrpc : Reports.ReportsBase
{
    public override Task<Reply> Run(Request request, ServerCallContext context)
    {
        Process.Start("report", request.Name); // finds command-injection
        return Task.FromResult(new Reply());
    }
    public override Task<Reply> Count(Request request, ServerCallContext context)
    {
        Process.Start("report", "all");
        return Task.FromResult(new Reply());
    }
    public Task<Reply> RunOwn(Request request, Reply reply)
    {
        Process.Start("report", request.Name);
        return Task.FromResult(reply);
    }
}

namespace Merlon.Bench.Servers;

/// <summary>From start to ready, first on an empty folder and then again, and what the idle server holds.</summary>
static class StartBenchmark
{
    private const double Seconds = 2;
    private const int Megabytes = 200;

    public static async Task<bool> Run(Arguments arguments)
    {
        var folder = Directory.CreateTempSubdirectory("merlon-bench-");
        var (slowest, most) = (0.0, 0);
        for (var time = 0; time <= arguments.Number("times", 5); time++)
        {
            using var server = await ServerProcess.Start(arguments, folder.FullName);
            var cpu = Memory.Cpu(server.Id);
            await Task.Delay(TimeSpan.FromSeconds(arguments.Number("seconds", 10)));
            var idle = Memory.Of(server.Id, "VmRSS");
            Console.WriteLine($"{(time == 0 ? "first start, schema made" : $"start {time}")}: ready after {server.Ready.TotalSeconds:0.00} s ({cpu:0.00} s CPU), idle {idle} MB");
            if (time > 0) slowest = Math.Max(slowest, server.Ready.TotalSeconds);
            most = Math.Max(most, idle);
        }
        folder.Delete(recursive: true);
        return slowest < Seconds && most < Megabytes;
    }
}

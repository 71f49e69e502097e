using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using Merlon.Analysis.Dataflow.Interpretation;
using Merlon.Analysis.Dataflow.Interpretation.Rescans;
using Merlon.Analysis.Dataflow.Languages.CSharp;
using Merlon.Analysis.Dataflow.Languages.CSharp.Kept;
using Merlon.Analysis.Dataflow.Languages.Java.Kept;
using Merlon.Analysis.Dataflow.Programs.Kept;
using Merlon.Analysis.Dataflow.Rules;

namespace Merlon.DataflowBench;

/// <summary>What each part of a scan costs in seconds of CPU, and how many entry points were taken over from an earlier scan.</summary>
static class PhaseCosts
{
    public static int Measure(string folder, string kept)
    {
        var library = RuleLibrary.Load();
        var last = Process.GetCurrentProcess().TotalProcessorTime;
        var (compiled, paused) = (TimeSpan.Zero, TimeSpan.Zero);
        void Report(string phase)
        {
            var now = Process.GetCurrentProcess().TotalProcessorTime;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{phase,-28} {(now - last).TotalSeconds,8:F2} s, compiling {(JitInfo.GetCompilationTime() - compiled).TotalSeconds,6:F2} s, collecting {(GC.GetTotalPauseDuration() - paused).TotalSeconds,6:F2} s  {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6,6:F0} MB"));
            (last, compiled, paused) = (now, JitInfo.GetCompilationTime(), GC.GetTotalPauseDuration());
        }
        Report("start");
        var codeFile = new KeptFile(kept + ".code", 1);
        var keptCode = codeFile.Read() is { } bytes ? KeptCode.Read(bytes) : KeptCode.None;
        var (java, csharp) = (new JavaMemory(keptCode), new CSharpMemory(keptCode));
        Report("reading kept code");
        var program = EntryCosts.Lower(folder, library.Models, java, csharp);
        Report("parsing and lowering");
        var application = new Application(program, library.Models, library.Rules, jobs: 2);
        Report("call graph and effects");
        var file = new KeptFile(kept, 1);
        var earlier = file.Read() is { } runs ? RunReader.Read(runs) : KeptRuns.None;
        Report("reading kept runs");
        var memory = new RunMemory(application, new EngineOptions(), earlier, jobs: 2);
        Report("digests of functions");
        var result = new Engine(application, new EngineOptions(), memory).Run(2, null, CancellationToken.None);
        Report("running entry points");
        var gathered = memory.Kept();
        Report("gathering runs");
        file.Write(RunWriter.Write(gathered));
        Report("writing kept runs");
        var isCSharp = program.OperatorType == CSharpFrontEnd.OperatorType;
        codeFile.Write(isCSharp ? csharp.Write() : java.Write());
        Report("writing kept code");
        Console.WriteLine($"{(isCSharp ? csharp.Recalled : java.Recalled)} files, {gathered.Runs.Count} runs, {memory.Recalled} taken over, {gathered.Summaries.Count} summaries, {memory.Summaries.All.Count(s => s.Kept is not null)} of them read, {memory.Summaries.All.Count(s => s.Kept is null)} made ({memory.Summaries.All.Where(s => s.Kept is null).Sum(s => (long)s.Steps)} steps), {result.Discoveries.Length} discoveries, {result.Cut.Length} cut");
        return 0;
    }
}

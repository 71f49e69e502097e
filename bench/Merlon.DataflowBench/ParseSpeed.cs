using System.Diagnostics;
using System.Globalization;
using Merlon.Analysis.Dataflow.Languages.Syntax;

namespace Merlon.DataflowBench;

/// <summary>How fast one thread turns the Java files of a folder into trees.</summary>
static class ParseSpeed
{
    public static int Measure(string folder)
    {
        using var parser = new SyntaxParser(Grammar.Java);
        var texts = Directory.EnumerateFiles(folder, "*.java", SearchOption.AllDirectories).Select(File.ReadAllBytes).ToList();
        var clock = Stopwatch.StartNew();
        long nodes = 0, bytes = 0;
        foreach (var text in texts)
        {
            nodes += parser.Parse(text)?.NodeCount ?? 0;
            bytes += text.Length;
        }
        var seconds = clock.Elapsed.TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{texts.Count} files, {bytes / 1e6:F1} MB, {nodes} nodes in {seconds:F2} s: {bytes / 1e6 / seconds:F1} MB/s"));
        return 0;
    }
}

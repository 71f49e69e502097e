using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation.Rescans;

/// <summary>
/// What functions are known by from one scan to the next: file and signature, and where several share these, as closures do, their number
/// in the order of the program. Lines added elsewhere in a file change no name.
/// </summary>
sealed class FunctionNames
{
    readonly Dictionary<string, Function> functions;
    readonly Dictionary<Function, string> names;
    readonly Dictionary<string, int> counts = [];

    /// <param name="jobs">On how many threads names are made.</param>
    public FunctionNames(Application application, int jobs = 1)
    {
        var ordered = application.Program.TypesInOrder.SelectMany(t => t.Initializer is null ? t.Functions : t.Functions.Append(t.Initializer))
            .Concat(application.Reach.Functions).Distinct().ToArray();
        var signatures = new string[ordered.Length];
        DeepThreads.Each(jobs, jobs, job =>
        {
            for (var i = job; i < ordered.Length; i += jobs) signatures[i] = $"{ordered[i].Span.File.Path}:{ordered[i]}";
        }, CancellationToken.None);
        (functions, names) = (new(ordered.Length, StringComparer.Ordinal), new(ordered.Length));
        for (var i = 0; i < ordered.Length; i++) Name(ordered[i], signatures[i]);
    }

    public string Of(Function function) =>
        names.TryGetValue(function, out var name) ? name : throw new InvalidOperationException($"{function} is not of this program.");

    public Function? Find(string name) => functions.GetValueOrDefault(name);

    void Name(Function function, string signature)
    {
        var name = signature;
        if (!functions.TryAdd(signature, function))
        {
            var count = counts[signature] = counts.GetValueOrDefault(signature, 1) + 1;
            functions.Add(name = $"{signature} #{count}", function);
        }
        names.Add(function, name);
    }
}

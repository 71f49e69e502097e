using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation.Rescans;

/// <summary>
/// What functions are known by from one scan to the next: file and signature, and where several share these, as closures do, their number
/// in the order of the program. Lines added elsewhere in a file change no name.
/// </summary>
sealed class FunctionNames
{
    readonly Dictionary<string, Function> functions = [];
    readonly Dictionary<Function, string> names = [];
    readonly Dictionary<string, int> counts = [];

    public FunctionNames(Application application)
    {
        foreach (var type in application.Program.Types.Values.OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            foreach (var function in type.Functions) Name(function);
            if (type.Initializer is { } initializer) Name(initializer);
        }
        foreach (var function in application.Reach.Functions) Name(function);
    }

    public string Of(Function function) =>
        names.TryGetValue(function, out var name) ? name : throw new InvalidOperationException($"{function} is not of this program.");

    public Function? Find(string name) => functions.GetValueOrDefault(name);

    void Name(Function function)
    {
        if (names.ContainsKey(function)) return;
        var signature = $"{function.Span.File.Path}:{function}";
        var count = counts[signature] = counts.GetValueOrDefault(signature) + 1;
        var name = count == 1 ? signature : $"{signature} #{count}";
        functions.Add(name, function);
        names.Add(function, name);
    }
}

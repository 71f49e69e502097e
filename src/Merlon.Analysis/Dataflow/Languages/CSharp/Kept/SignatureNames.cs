using System.Collections.Concurrent;
using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Dataflow.Programs.Kept;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Kept;

/// <summary>
/// Functions by their signatures, each of which has a number among the texts that are kept: it stands whatever else is declared beside them. A type
/// whose name is not its own has none.
/// </summary>
/// <param name="texts">Where signatures get their numbers.</param>
/// <param name="earlier">By number, those that were kept.</param>
sealed class SignatureNames(TextNumbers texts, IReadOnlyList<string> earlier) : IOuterNames
{
    readonly Dictionary<string, TypeDeclaration?> types = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, (Dictionary<Function, string> Signatures, Dictionary<string, Function> Functions)> known = new();

    /// <summary>Before anything is asked.</summary>
    public void Add(TypeDeclaration type) => types[type.Name] = types.ContainsKey(type.Name) ? null : type;

    public bool IsOwn(TypeDeclaration type) => types.GetValueOrDefault(type.Name) == type;

    public TypeDeclaration? Find(string type) => types.GetValueOrDefault(type);

    public (string Type, int Number)? Of(Function function) =>
        Known(function.Owner)?.Signatures.TryGetValue(function, out var signature) == true ? (function.Owner, texts.Of(signature)) : null;

    public Function? Find(string type, int number) =>
        number >= 0 && number < earlier.Count ? Known(type)?.Functions.GetValueOrDefault(earlier[number]) : null;

    public string? TypeAt(Span place) => null;

    public Span? PlaceOf(string type) => null;

    (Dictionary<Function, string> Signatures, Dictionary<string, Function> Functions)? Known(string name) =>
        types.GetValueOrDefault(name) is { } type ? known.GetOrAdd(name, static (_, of) => SignaturesOf(of), type) : null;

    static (Dictionary<Function, string>, Dictionary<string, Function>) SignaturesOf(TypeDeclaration type)
    {
        var (signatures, functions) = (new Dictionary<Function, string>(), new Dictionary<string, Function>(StringComparer.Ordinal));
        foreach (var function in type.Functions)
        {
            var written = $"{function.Name}({string.Join(',', function.Parameters.Select(p => p.Type))})";
            var signature = written;
            for (var number = 2; !functions.TryAdd(signature, function); number++) signature = $"{written}#{number}";
            signatures[function] = signature;
        }
        return (signatures, functions);
    }
}

using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Merlon.Analysis.Dataflow.Programs;

/// <summary>
/// An application in the intermediate form: what a front end makes and the interpreter reads. It knows no language. To add a front end:
/// make a <see cref="TypeDeclaration"/> per type and a <see cref="Function"/> per method, give each function its <see cref="Block"/>s,
/// and collect them here. Lowering hides the language: see <see cref="Instruction"/> for what there is.
/// </summary>
sealed class Program(IEnumerable<TypeDeclaration> types, IEnumerable<ResourceFile> resources)
{
    ImmutableArray<TypeDeclaration> order;

    /// <summary>Types by qualified name. Of two with one name, the one that comes first in the order of paths is kept.</summary>
    public FrozenDictionary<string, TypeDeclaration> Types { get; } =
        types.DistinctBy(t => t.Name).ToFrozenDictionary(t => t.Name, StringComparer.Ordinal);

    /// <summary>The same in the order of their names.</summary>
    public ImmutableArray<TypeDeclaration> TypesInOrder => order.IsDefault ? order = [.. Types.Values.OrderBy(t => t.Name, StringComparer.Ordinal)] : order;

    /// <summary>The method that gives an object's text.</summary>
    public string TextMethod { get; init; } = "toString";

    /// <summary>The type that all others extend.</summary>
    public string RootType { get; init; } = "java.lang.Object";

    /// <summary>The type under which rules name the operators of the language; null: they are not judged.</summary>
    public string? OperatorType { get; init; }

    /// <summary>The type of what joining texts gives.</summary>
    public string TextType { get; init; } = "java.lang.String";

    /// <summary>The functions that write pages, by the paths of the pages: what they take is the business of the front end.</summary>
    public PathIndex<Function> Pages { get; init; } = new([]);

    /// <summary>The pages among the types, by what writes each.</summary>
    public static PathIndex<Function> PagesOf(IEnumerable<TypeDeclaration> types, Func<TypeDeclaration, Function?> printer) =>
        new(types.Select(printer).OfType<Function>().Select(f => KeyValuePair.Create(f.Span.File.Path, f)));

    /// <summary>The paths, from the root of a web application, at which the page may stand that a handler names.</summary>
    public Func<string, Function, IEnumerable<string>> PathsOfView { get; init; } = (name, _) => [name];

    /// <summary>Files of the application that were not read, by their paths.</summary>
    public ImmutableArray<LeftOutFile> LeftOut { get; init; } = [];

    /// <summary>Properties and other key-value files that the application can load by name.</summary>
    public ImmutableArray<ResourceFile> Resources { get; } = [.. resources];

    /// <summary>The entries of the file with that path below any folder; when there are several, none, for which of them runs is not known.</summary>
    public IReadOnlyDictionary<string, string>? FindResource(string path)
    {
        var ending = "/" + path.TrimStart('/');
        return Resources.Where(r => ("/" + r.Path).EndsWith(ending, StringComparison.Ordinal)).ToList() is [var file] ? file.Entries : null;
    }

    /// <summary>The values that any of the files has under a key, in the order of their paths.</summary>
    public IEnumerable<string> FindSettings(string key)
    {
        foreach (var file in Resources)
            if (file.Entries.TryGetValue(key, out var value)) yield return value;
    }
}

/// <summary>A key-value file of the application. It is read when it is asked for: there can be thousands, of which an application loads a few.</summary>
/// <param name="path">Relative to the root.</param>
/// <param name="read">Reads the entries; called once.</param>
sealed class ResourceFile(string path, Func<IReadOnlyDictionary<string, string>> read)
{
    readonly Lazy<IReadOnlyDictionary<string, string>> entries = new(read);

    public string Path => path;

    public IReadOnlyDictionary<string, string> Entries => entries.Value;
}

using System.Collections.Frozen;
using Merlon.Analysis.Dataflow.Interpretation;
using Merlon.Analysis.Dataflow.Interpretation.Values;

namespace Merlon.Analysis.Dataflow.Models;

/// <summary>What is known of libraries. Safe for concurrent use.</summary>
sealed class ModelLibrary
{
    readonly FrozenDictionary<string, TypeModel> types;
    readonly KeyValuePair<string, string>[] aliases;
    readonly FrozenDictionary<string, string[]> byPackage, bySimpleName;

    readonly FrozenSet<string> numbers, named, sources;
    readonly FrozenDictionary<string, ulong> marks;

    /// <param name="others">Types that are not described but named, by rules.</param>
    public ModelLibrary(
        IEnumerable<TypeModel> types, IEnumerable<KeyValuePair<string, string>> aliases, EntryPointModels entryPoints, IEnumerable<string> numbers, TextMarks texts,
        IEnumerable<string> others)
    {
        this.numbers = numbers.ToFrozenSet();
        named = others.ToFrozenSet();
        Texts = texts;
        EntryPoints = entryPoints;
        this.aliases = [.. aliases];
        var merged = new Dictionary<string, TypeModel>();
        foreach (var type in types) Merge(merged, type);
        this.types = merged.ToFrozenDictionary();
        sources = merged.Values.SelectMany(t => t.FieldSources.Keys.Concat(t.Methods.Where(m => m.Value.Source is not null).Select(m => m.Key.Split('(')[0]))).ToFrozenSet();
        marks = merged.Values.SelectMany(t => t.Methods).GroupBy(m => m.Key.Split('(')[0], m => m.Value.AllMarks).ToFrozenDictionary(g => g.Key, g => g.Aggregate(0UL, (all, m) => all | m));
        var qualified = merged.Keys.Concat(entryPoints.Annotations).Distinct().Where(n => n.Contains('.', StringComparison.Ordinal)).ToList();
        byPackage = qualified.Concat(named).Where(n => n.Contains('.', StringComparison.Ordinal)).Distinct().GroupBy(n => n[..n.LastIndexOf('.')]).ToFrozenDictionary(g => g.Key, g => g.ToArray());
        bySimpleName = qualified.Concat(named).Distinct().GroupBy(n => n[(n.LastIndexOf('.') + 1)..]).ToFrozenDictionary(g => g.Key, g => g.Order(StringComparer.Ordinal).ToArray());
    }

    /// <summary>What frameworks call, and with which data.</summary>
    public EntryPointModels EntryPoints { get; }

    /// <summary>The names of all methods that are described.</summary>
    public IEnumerable<string> MethodNames => types.Values.SelectMany(t => t.Methods.Keys).Select(m => m.Split('(')[0]).Distinct();

    /// <summary>What is known of data by the characters that it cannot hold.</summary>
    public TextMarks Texts { get; }

    /// <summary>The marks that taint has in a place of this type: a number can hold nothing that is more than a number.</summary>
    public ulong MarksOf(string? type) => type is not null && (Defaults.IsNumber(type) || numbers.Contains(type) || IsOfNumbers(type)) ? Marks.NumericSet : 0;

    /// <summary>An array of numbers; bytes and characters make texts.</summary>
    bool IsOfNumbers(string type) =>
        type.EndsWith("[]", StringComparison.Ordinal) && type[..^2] is not ("byte" or "sbyte" or "char") and var item && (Defaults.IsNumber(item) || numbers.Contains(item));

    /// <summary>The model of a type, also under a name that is only another name for it.</summary>
    public TypeModel? Find(string type) => types.GetValueOrDefault(Canonical(type));

    /// <summary>Whether a type is described, or named by a rule.</summary>
    public bool Knows(string type) => Find(type) is not null || named.Contains(Canonical(type));

    /// <summary>Whether a package or namespace holds this type, as far as it is described.</summary>
    public bool Has(string package, string name) =>
        byPackage.TryGetValue(CanonicalPackage(package), out var names) && names.Contains($"{CanonicalPackage(package)}.{name}");

    /// <summary>The qualified names of the types and annotations with this simple name, in order.</summary>
    public IReadOnlyList<string> Named(string simple) => bySimpleName.GetValueOrDefault(simple) ?? [];

    /// <summary>What a method does, looked up in the type and then in its supertypes.</summary>
    public MethodModel? Find(Hierarchy hierarchy, string? type, string method, int arity) =>
        type is null ? null : hierarchy.ModelOf(type, method, arity);

    /// <summary>The constant value of a library's field, when known.</summary>
    public Value? Constant(string? type, string field) =>
        type is not null && Find(type)?.Constants.TryGetValue(field, out var constant) == true ? Value.Constant(constant) : null;

    /// <summary>The marks that a method of this name may put on data, on any type.</summary>
    public ulong MarksGivenBy(string name) => marks.GetValueOrDefault(name);

    /// <summary>Whether a method or field of this name is a source on any type.</summary>
    public bool MayBeSource(string name) => sources.Contains(name);

    /// <summary>The kind of source that a library's field is, or null.</summary>
    public string? SourceOf(string? type, string field) => type is null ? null : Find(type)?.FieldSources.GetValueOrDefault(field);

    /// <summary>Whether a text is an instance of the type; null when not known.</summary>
    public bool? IsText(string type) => type switch
    {
        "java.lang.String" or "java.lang.Object" or "java.lang.CharSequence" or "java.lang.Comparable" or "java.io.Serializable" => true,
        "System.String" or "System.Object" or "string" or "object" => true,
        _ => Find(type) is null ? null : false,
    };

    /// <summary>The name under which rules and models know a type.</summary>
    public string Canonical(string type)
    {
        foreach (var (alias, original) in aliases)
            if (type.StartsWith(alias, StringComparison.Ordinal)) return string.Concat(original, type.AsSpan(alias.Length));
        return type;
    }

    string CanonicalPackage(string package) => Canonical(package + ".")[..^1] is { Length: > 0 } found ? found : package;

    /// <summary>The same without what the hierarchy keeps of it.</summary>
    public MethodModel? Search(Hierarchy hierarchy, string type, string method, int arity)
    {
        foreach (var ancestor in hierarchy.Ancestors(type))
        {
            if (Find(ancestor)?.Find(method, arity) is { } found) return found;
            if (method == Programs.Function.Constructor && Find(ancestor) is not null) return null;
        }
        // Constructors are not inherited: what one of a type that nobody described takes is in the new object.
        return method == Programs.Function.Constructor && type != hierarchy.RootType ? null : Find(hierarchy.RootType)?.Find(method, arity);
    }

    static void Merge(Dictionary<string, TypeModel> merged, TypeModel type)
    {
        if (!merged.TryGetValue(type.Name, out var known))
        {
            merged.Add(type.Name, type);
            return;
        }
        known.Supertypes.AddRange(type.Supertypes.Except(known.Supertypes));
        foreach (var (name, method) in type.Methods) known.Methods[name] = method;
        foreach (var (name, kind) in type.FieldSources) known.FieldSources[name] = kind;
        foreach (var (name, field) in type.Fields) known.Fields[name] = field;
        foreach (var (name, constant) in type.Constants) known.Constants[name] = constant;
    }
}

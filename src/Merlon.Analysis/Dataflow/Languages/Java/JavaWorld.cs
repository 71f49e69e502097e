using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Merlon.Analysis.Dataflow.Models;

namespace Merlon.Analysis.Dataflow.Languages.Java;

/// <summary>
/// All classes of the application by name, and what can be asked over them and the described libraries. What it answers about a name follows
/// from the class of that name and its supertypes alone, so that a file's code depends on the names that it asked about.
/// </summary>
sealed class JavaWorld
{
    readonly ConcurrentDictionary<string, JavaClass> classes = new();
    readonly ConcurrentDictionary<string, string[]> ancestors = new();
    readonly StrongBox<bool> isDeclared = new();
    readonly ModelLibrary models;
    readonly HashSet<string>? asked;

    public JavaWorld(ModelLibrary models) => this.models = models;

    JavaWorld(JavaWorld shared, HashSet<string> asked) =>
        (models, classes, ancestors, isDeclared, this.asked) = (shared.models, shared.classes, shared.ancestors, shared.isDeclared, asked);

    public ModelLibrary Models => models;

    public IEnumerable<JavaClass> Classes => classes.Values;

    /// <summary>The same world, for one file: it notes which names are asked about.</summary>
    public JavaWorld Noting(HashSet<string> names) => new(this, names);

    public void Add(JavaClass added)
    {
        asked?.Add(added.Name);
        classes.TryAdd(added.Name, added);
    }

    public JavaClass? Find(string? name)
    {
        if (name is null) return null;
        asked?.Add(name);
        return classes.GetValueOrDefault(name);
    }

    public bool IsType(string name) => Find(name) is not null || models.Find(name) is not null;

    /// <summary>From now on supertypes do not change.</summary>
    public void SupertypesAreDeclared() => isDeclared.Value = true;

    /// <summary>The type and all its supertypes, nearest first.</summary>
    public string[] Ancestors(string type)
    {
        asked?.Add(type);
        return !isDeclared.Value ? [.. Collect(type)] : ancestors.TryGetValue(type, out var known) ? known : ancestors[type] = [.. Collect(type)];
    }

    public bool IsSubtype(string type, string of) => type == of || Ancestors(type).Contains(of);

    /// <summary>The field's declaring class and type, searched in the type and its supertypes.</summary>
    public (JavaClass Owner, JavaType Type, bool IsStatic)? FindField(string type, string name)
    {
        foreach (var ancestor in Ancestors(type))
            if (classes.GetValueOrDefault(ancestor) is { } owner && owner.FieldTypes.TryGetValue(name, out var found))
                return (owner, found, owner.Declaration.Fields[name].IsStatic);
        return null;
    }

    /// <summary>The type of a library's field.</summary>
    public JavaType? FindLibraryField(string type, string name)
    {
        if (models.Find(type) is not { } model) return null;
        if (model.Fields.TryGetValue(name, out var found)) return JavaType.Parse(found, null);
        return model.Constants.TryGetValue(name, out var constant) ? constant is long ? JavaType.Int : JavaType.String : null;
    }

    /// <summary>The methods of a name that take so many arguments, nearest first; an overridden one is not listed again.</summary>
    public List<JavaMethod> FindMethods(string type, string name, int arity)
    {
        var found = new List<JavaMethod>();
        foreach (var ancestor in Ancestors(type))
            foreach (var method in classes.GetValueOrDefault(ancestor)?.MethodsNamed(name) ?? [])
                if (Takes(method, arity) && !found.Exists(f => SameParameters(f, method))) found.Add(method);
        return found;
    }

    /// <summary>The declared result of a library's method.</summary>
    public JavaType? LibraryResult(JavaType type, string method, int arity)
    {
        foreach (var ancestor in Ancestors(type.Erased))
            if (models.Find(ancestor)?.Find(method, arity) is { Returns: { } returns }) return JavaType.Parse(returns, type);
        return models.Find("java.lang.Object")?.Find(method, arity)?.Returns is { } common ? JavaType.Parse(common, type) : null;
    }

    static bool Takes(JavaMethod method, int arity) =>
        method.Parameters.Count == arity || (method.Function.IsVariadic && arity >= method.Parameters.Count - 1);

    static bool SameParameters(JavaMethod left, JavaMethod right) =>
        left.Parameters.Select(p => p?.Erased).SequenceEqual(right.Parameters.Select(p => p?.Erased));

    List<string> Collect(string type)
    {
        var found = new List<string> { type };
        for (var i = 0; i < found.Count && found.Count < 200; i++)
        {
            IEnumerable<string> supers = classes.GetValueOrDefault(found[i]) is { } own ? own.Declaration.Supertypes : models.Find(found[i])?.Supertypes ?? [];
            found.AddRange(supers.Where(s => !found.Contains(s)));
        }
        return found;
    }
}

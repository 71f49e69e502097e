using System.Collections.Concurrent;
using Merlon.Analysis.Dataflow.Models;

namespace Merlon.Analysis.Dataflow.Languages.Java;

/// <summary>All classes of the application by name, and what can be asked over them and the described libraries.</summary>
sealed class JavaWorld(ModelLibrary models)
{
    readonly ConcurrentDictionary<string, JavaClass> classes = new();
    readonly ConcurrentDictionary<string, string[]> ancestors = new();

    public ModelLibrary Models => models;

    public void Add(JavaClass added) => classes.TryAdd(added.Name, added);

    public JavaClass? Find(string? name) => name is null ? null : classes.GetValueOrDefault(name);

    public bool IsType(string name) => classes.ContainsKey(name) || models.Find(name) is not null;

    /// <summary>Forgets what was computed while supertypes were not all declared yet.</summary>
    public void SupertypesAreDeclared() => ancestors.Clear();

    /// <summary>The type and all its supertypes, nearest first.</summary>
    public string[] Ancestors(string type) => ancestors.TryGetValue(type, out var known) ? known : ancestors[type] = [.. Collect(type)];

    public bool IsSubtype(string type, string of) => type == of || Ancestors(type).Contains(of);

    /// <summary>The field's declaring class and type, searched in the type and its supertypes.</summary>
    public (JavaClass Owner, JavaType Type, bool IsStatic)? FindField(string type, string name)
    {
        foreach (var ancestor in Ancestors(type))
            if (Find(ancestor) is { } owner && owner.FieldTypes.TryGetValue(name, out var found))
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
            foreach (var method in Find(ancestor)?.MethodsNamed(name) ?? [])
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
            IEnumerable<string> supers = Find(found[i]) is { } own ? own.Declaration.Supertypes : models.Find(found[i])?.Supertypes ?? [];
            found.AddRange(supers.Where(s => !found.Contains(s)));
        }
        return found;
    }
}

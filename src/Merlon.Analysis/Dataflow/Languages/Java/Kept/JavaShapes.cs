using Merlon.Analysis.Dataflow.Interpretation;
using Merlon.Analysis.Dataflow.Interpretation.Rescans;

namespace Merlon.Analysis.Dataflow.Languages.Java.Kept;

/// <summary>
/// What can be asked about a class itself, as a digest: where that is the same of it and of all its supertypes, files that asked about it are
/// lowered the same.
/// </summary>
static class JavaShapes
{
    /// <summary>The classes that other files can name and that were read in this scan, with their digests.</summary>
    public static (JavaClass[] Classes, UInt128[] Digests) Of(JavaWorld world, int jobs)
    {
        var types = world.Classes.Where(c => !c.IsLocal && !c.File.IsTakenOver).ToArray();
        var digests = new UInt128[types.Length];
        DeepThreads.Each(jobs, jobs, job =>
        {
            using var digest = new Digest();
            for (var i = job; i < types.Length; i += jobs)
            {
                Add(digest, types[i]);
                digests[i] = digest.Take();
            }
        }, CancellationToken.None);
        return (types, digests);
    }

    /// <summary>The classes that other files can name and that have one of these among their supertypes.</summary>
    public static IEnumerable<string> Below(IReadOnlySet<string> names, JavaWorld world, int jobs)
    {
        var types = world.Classes.Where(c => !c.IsLocal).ToArray();
        var isBelow = new bool[types.Length];
        DeepThreads.Each(jobs, jobs, job =>
        {
            for (var i = job; i < types.Length; i += jobs) isBelow[i] = Array.Exists(world.Ancestors(types[i].Name), names.Contains);
        }, CancellationToken.None);
        return types.Where((_, i) => isBelow[i]).Select(t => t.Name);
    }

    static void Add(Digest digest, JavaClass type)
    {
        digest.Add(type.File.Source.Path).Add(type.Declaration.IsInterface).Add(type.Declaration.IsAbstract).Add(type.IsInner).Add(type.Outer?.Name)
            .Add(type.Declaration.Supertypes).Add(type.Declaration.Annotations);
        Add(digest, type.TypeParameters);
        digest.Add(type.MemberTypes.Count).Add(type.Declaration.Fields.Count);
        foreach (var (name, member) in type.MemberTypes) digest.Add(name).Add(member);
        foreach (var field in type.Declaration.Fields.Values) Add(digest.Add(field.Name).Add(field.IsStatic).Add(field.IsFinal).Add(field.Annotations), type.FieldTypes[field.Name]);
        digest.Add(type.Methods.Count);
        foreach (var method in type.Methods) Add(digest, method);
    }

    static void Add(Digest digest, JavaMethod method)
    {
        var function = method.Function;
        digest.Add(function.Name).Add(function.IsStatic).Add(function.IsAbstract).Add(function.IsNative).Add(function.IsPublic).Add(function.IsVariadic).Add(function.ResultType)
            .Add(function.Annotations).Add(method.Field).Add(function.Parameters.Length);
        foreach (var parameter in function.Parameters) digest.Add(parameter.Name).Add(parameter.Type).Add(parameter.Annotations);
        Add(digest, method.Result);
        foreach (var parameter in method.Parameters) Add(digest, parameter);
        Add(digest, method.TypeParameters);
    }

    static void Add(Digest digest, Dictionary<string, JavaType> named)
    {
        digest.Add(named.Count);
        foreach (var (name, type) in named) Add(digest.Add(name), type);
    }

    static void Add(Digest digest, JavaType? type)
    {
        digest.Add(type?.Name);
        if (type is null) return;
        digest.Add(type.Dimensions).Add(type.Arguments.Length);
        foreach (var argument in type.Arguments) Add(digest, argument);
    }
}

using Merlon.Analysis.Dataflow.Interpretation;
using Merlon.Analysis.Dataflow.Interpretation.Rescans;

namespace Merlon.Analysis.Dataflow.Languages.Java.Kept;

/// <summary>What can be asked about a class and its supertypes, as a digest: where it is the same, files that asked are lowered the same.</summary>
static class JavaShapes
{
    /// <summary>By name, of all classes that other files can name.</summary>
    public static Dictionary<string, UInt128> Of(JavaWorld world, int jobs)
    {
        var types = world.Classes.Where(c => !c.IsLocal).ToArray();
        var own = Digests(types, jobs, Add);
        return Digests(types, jobs, (digest, type) =>
        {
            foreach (var ancestor in world.Ancestors(type.Name)) digest.Add(ancestor).Add(own.GetValueOrDefault(ancestor));
        });
    }

    static Dictionary<string, UInt128> Digests(JavaClass[] types, int jobs, Action<Digest, JavaClass> add)
    {
        var digests = new UInt128[types.Length];
        DeepThreads.Each(jobs, jobs, job =>
        {
            using var digest = new Digest();
            for (var i = job; i < types.Length; i += jobs)
            {
                add(digest, types[i]);
                digests[i] = digest.Take();
            }
        }, CancellationToken.None);
        var named = new Dictionary<string, UInt128>(types.Length, StringComparer.Ordinal);
        for (var i = 0; i < types.Length; i++) named[types[i].Name] = digests[i];
        return named;
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

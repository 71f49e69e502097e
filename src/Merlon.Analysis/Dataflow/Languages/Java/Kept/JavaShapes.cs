using Merlon.Analysis.Dataflow.Interpretation.Rescans;

namespace Merlon.Analysis.Dataflow.Languages.Java.Kept;

/// <summary>What can be asked about a class and its supertypes, as a digest: where it is the same, files that asked are lowered the same.</summary>
static class JavaShapes
{
    /// <summary>By name, of all classes that other files can name.</summary>
    public static Dictionary<string, UInt128> Of(JavaWorld world)
    {
        using var digest = new Digest();
        var own = new Dictionary<string, UInt128>(StringComparer.Ordinal);
        foreach (var type in world.Classes.Where(c => !c.IsLocal))
        {
            Add(digest, type);
            own[type.Name] = digest.Take();
        }
        var whole = new Dictionary<string, UInt128>(own.Count, StringComparer.Ordinal);
        foreach (var name in own.Keys)
        {
            foreach (var ancestor in world.Ancestors(name)) digest.Add(ancestor).Add(own.GetValueOrDefault(ancestor));
            whole[name] = digest.Take();
        }
        return whole;
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

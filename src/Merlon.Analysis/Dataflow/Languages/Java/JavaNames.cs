using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Languages.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.Java;

/// <summary>Resolves the names of types as the Java Language Specification, chapter 6, does, as far as missing libraries let it.</summary>
sealed class JavaNames(JavaWorld world)
{
    /// <summary>The type that a node of the grammar writes.</summary>
    public JavaType? TypeOf(SyntaxNode node, JavaFile file, JavaClass? scope, JavaMethod? method = null)
    {
        switch (node.Kind)
        {
            case "integral_type" or "floating_point_type" or "boolean_type" or "void_type":
                return JavaType.Of(node.Text);
            case "array_type":
                return TypeOf(node["element"], file, scope, method)?.ToArray(DimensionsIn(node["dimensions"]));
            case "generic_type":
                var arguments = node.Child("type_arguments").Named.ToList().Select(a => TypeOf(a, file, scope, method) ?? JavaType.Object);
                return TypeOf(node.FirstNamed, file, scope, method) is { } bare ? bare with { Arguments = [.. arguments] } : null;
            case "wildcard":
                return node.FirstNamed is { Exists: true } bound ? TypeOf(bound, file, scope, method) : JavaType.Object;
            case "annotated_type":
                return node.Named.ToList() is [.., var last] ? TypeOf(last, file, scope, method) : null;
            case "type_identifier" or "identifier" or "scoped_type_identifier" or "scoped_identifier":
                return Named(string.Concat(node.Text.Where(c => !char.IsWhiteSpace(c))), file, scope, method);
            default:
                return null;
        }
    }

    public static int DimensionsIn(SyntaxNode node) => node.Exists ? node.Text.Count(c => c == '[') : 0;

    /// <summary>The qualified name that a simple or dotted name of a type stands for; itself when nothing is known of it.</summary>
    public string Resolve(string name, JavaFile file, JavaClass? scope)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0) return Simple(name, file, scope) ?? name;
        if (world.IsType(name)) return name;
        return Simple(name[..dot], file, scope) is { } first ? first + name[dot..] : name;
    }

    /// <summary>The qualified name of a simple name, or null when no declaration or import tells it.</summary>
    public string? Simple(string name, JavaFile file, JavaClass? scope)
    {
        for (var around = scope; around is not null; around = around.Outer)
            if (Member(around, name) is { } member) return member;
        if (name.Length == 0) return null;
        if (file.Imports.TryGetValue(name, out var imported)) return imported;
        var neighbour = file.Package.Length == 0 ? name : $"{file.Package}.{name}";
        if (world.Find(neighbour) is not null) return neighbour;
        if (world.Models.Has("java.lang", name)) return "java.lang." + name;
        foreach (var whole in file.WholeImports)
            if (world.Find($"{whole}.{name}") is not null || world.Models.Has(whole, name)) return $"{whole}.{name}";
        return char.IsUpper(name[0]) && OnlyForeign(file) is { } only ? $"{only}.{name}" : null;
    }

    /// <summary>Of packages imported as a whole, the only one outside the platform: a name found nowhere else must be there.</summary>
    static string? OnlyForeign(JavaFile file) =>
        file.WholeImports.FindAll(w => !w.StartsWith("java.", StringComparison.Ordinal)) is [var only] ? only : null;

    string? Member(JavaClass scope, string name)
    {
        if (scope.Name.EndsWith("." + name, StringComparison.Ordinal) || scope.Name == name) return scope.Name;
        if (scope.LocalTypes.TryGetValue(name, out var own) || scope.MemberTypes.TryGetValue(name, out own)) return own;
        foreach (var ancestor in world.Ancestors(scope.Name).Skip(1))
            if (world.Find(ancestor)?.MemberTypes.TryGetValue(name, out var inherited) == true) return inherited;
        return null;
    }

    JavaType Named(string name, JavaFile file, JavaClass? scope, JavaMethod? method)
    {
        if (method?.TypeParameters.TryGetValue(name, out var bound) == true) return bound;
        for (var around = scope; around is not null; around = around.Outer)
            if (around.TypeParameters.TryGetValue(name, out bound)) return bound;
        return new JavaType(Resolve(name, file, scope), ImmutableArray<JavaType>.Empty);
    }
}

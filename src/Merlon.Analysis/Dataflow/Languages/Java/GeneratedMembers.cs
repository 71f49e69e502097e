using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.Java;

/// <summary>
/// Declares what Lombok writes into a class when it is compiled: getters, setters and constructors, after what its annotations' documentation
/// says (https://projectlombok.org/features). A member that the class has itself is left alone.
/// </summary>
static class GeneratedMembers
{
    const string Prefix = "lombok.";

    /// <summary>Whether fields are used by members that the text of the class does not show.</summary>
    public static bool AreMadeFor(IEnumerable<string> annotations) => annotations.Any(a => a[(a.LastIndexOf('.') + 1)..] is "Data" or "Value" or "Getter" or "Setter" or "Builder" or "SuperBuilder" or "ToString" or "EqualsAndHashCode");

    public static void Declare(JavaClass type)
    {
        var onType = Named(type.Declaration.Annotations);
        if (type.Declaration.IsInterface || (onType.Count == 0 && !type.Declaration.Fields.Values.Any(f => Named(f.Annotations).Count > 0))) return;
        foreach (var field in type.Declaration.Fields.Values.Where(f => !f.IsStatic).ToList())
        {
            var onField = Named(field.Annotations);
            if (onType.Overlaps(["Data", "Value", "Getter"]) || onField.Contains("Getter")) Add(type, Getter(type, field));
            var mayChange = !field.IsFinal && !onType.Contains("Value");
            if (mayChange && (onType.Overlaps(["Data", "Setter"]) || onField.Contains("Setter"))) Add(type, Setter(type, field));
        }
        DeclareConstructors(type, onType);
    }

    static void DeclareConstructors(JavaClass type, HashSet<string> onType)
    {
        var isWritten = type.MethodsNamed(Function.Constructor).Count > 0;
        var isAsked = onType.Overlaps(["AllArgsConstructor", "RequiredArgsConstructor", "NoArgsConstructor"]);
        if (onType.Contains("AllArgsConstructor") || (onType.Contains("Value") && !isAsked && !isWritten)) Add(type, Constructor(type, Fields(type, _ => true)));
        if (onType.Contains("RequiredArgsConstructor") || (onType.Contains("Data") && !isAsked && !isWritten))
            Add(type, Constructor(type, Fields(type, f => f.IsFinal || Named(f.Annotations).Contains("NonNull"))));
        if (onType.Contains("NoArgsConstructor")) Add(type, Constructor(type, []));
    }

    /// <summary>The fields of objects that get no value where they are declared, in that order.</summary>
    static ImmutableArray<FieldDeclaration> Fields(JavaClass type, Func<FieldDeclaration, bool> isTaken)
    {
        var fields = ImmutableArray.CreateBuilder<FieldDeclaration>();
        foreach (var member in JavaDeclarations.Members(type).Where(m => m.Kind == "field_declaration"))
            foreach (var declarator in member.Named)
                if (declarator.Kind == "variable_declarator" && type.Declaration.Fields.GetValueOrDefault(declarator["name"].Text) is { IsStatic: false } field
                    && isTaken(field) && !(field.IsFinal && declarator["value"].Exists))
                    fields.Add(field);
        return fields.ToImmutable();
    }

    static JavaMethod Getter(JavaClass type, FieldDeclaration field)
    {
        var isTruth = field.Type == "boolean";
        var name = isTruth ? "is" + Capital(Bare(field.Name)) : "get" + Capital(field.Name);
        return new JavaMethod(New(type, name, [], field.Type), default, type.FieldTypes[field.Name], []) { Field = field.Name };
    }

    static JavaMethod Setter(JavaClass type, FieldDeclaration field)
    {
        var name = "set" + Capital(field.Type == "boolean" ? Bare(field.Name) : field.Name);
        return new JavaMethod(New(type, name, [new Parameter(field.Name, field.Type, [])], "void"), default, JavaType.Of("void"), [type.FieldTypes[field.Name]]) { Field = field.Name };
    }

    static JavaMethod Constructor(JavaClass type, ImmutableArray<FieldDeclaration> fields)
    {
        ImmutableArray<Parameter> parameters = [.. fields.Select(f => new Parameter(f.Name, f.Type, []))];
        return new JavaMethod(New(type, Function.Constructor, parameters, null), default, null, [.. fields.Select(f => type.FieldTypes[f.Name])]);
    }

    static Function New(JavaClass type, string name, ImmutableArray<Parameter> parameters, string? result) =>
        new() { Name = name, Owner = type.Name, Parameters = parameters, Span = type.Declaration.Span, IsPublic = true, ResultType = result };

    static void Add(JavaClass type, JavaMethod method)
    {
        if (!type.MethodsNamed(method.Function.Name).Any(m => m.Parameters.Count == method.Parameters.Count)) type.Add(method);
    }

    static HashSet<string> Named(ImmutableArray<Annotation> annotations) =>
        [.. annotations.Where(a => a.Name.StartsWith(Prefix, StringComparison.Ordinal)).Select(a => a.Name[Prefix.Length..])];

    /// <summary>A truth's name without the <c>is</c> that its getter begins with.</summary>
    static string Bare(string name) => name.Length > 2 && name.StartsWith("is", StringComparison.Ordinal) && char.IsUpper(name[2]) ? name[2..] : name;

    static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}

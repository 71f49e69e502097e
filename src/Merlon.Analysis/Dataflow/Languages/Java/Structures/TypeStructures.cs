using Merlon.Analysis.Dataflow.Languages.Syntax;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.Java.Structures;

/// <summary>Members that a class should declare otherwise.</summary>
static class TypeStructures
{
    static readonly string[] Mutable =
        ["Date", "Calendar", "List", "ArrayList", "LinkedList", "Map", "HashMap", "Hashtable", "Set", "HashSet", "Vector", "StringBuilder", "StringBuffer", "Properties"];

    public static void Observe(JavaClass type)
    {
        foreach (var member in JavaDeclarations.Members(type))
            if (member.Kind == "field_declaration") ObserveField(type, member);
            else if (member.Kind == "method_declaration" && IsPublicFinalizer(member)) Note(type, "public-finalize", member["name"]);
        if (type.Methods.Exists(IsEquals) != type.Methods.Exists(m => m.Function is { Name: "hashCode", Parameters.Length: 0 }) && type.Methods.Find(m => IsEquals(m) || m.Function.Name == "hashCode") is { } only)
            Note(type, "equals-without-hash", only.Node["name"]);
    }

    static void Note(JavaClass type, string structure, SyntaxNode node) => type.Declaration.Constructs.Add(new Construct(structure, type.File.SpanOf(node)));

    static void ObserveField(JavaClass type, SyntaxNode field)
    {
        if (!Modifiers.Has(field, "public") || !Modifiers.Has(field, "static")) return;
        var written = field["type"];
        if (!Modifiers.Has(field, "final")) Note(type, "public-static-field", field);
        else if (written.Kind == "array_type") Note(type, "public-static-array", field);
        else if (Mutable.Contains(written.Kind == "generic_type" ? written.FirstNamed.Text : written.Text) && field.Child("variable_declarator")["value"].Kind == "object_creation_expression") Note(type, "public-static-mutable", field);
    }

    static bool IsPublicFinalizer(SyntaxNode method) => method["name"].Text == "finalize" && Modifiers.Has(method, "public") && !method["parameters"].FirstNamed.Exists;

    static bool IsEquals(JavaMethod method) => method.Function is { Name: "equals", IsStatic: false, Parameters: [{ Type: "java.lang.Object" }] };
}

using System.Text;
using Merlon.Analysis.Dataflow.Languages.Syntax;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.Java.Structures;

/// <summary>Members that nobody uses, that do nothing, or that give away copies and secrets of an object.</summary>
static class MemberStructures
{
    static readonly HashSet<string> CalledByRuntime = ["readObject", "writeObject", "readResolve", "writeReplace", "readObjectNoData"];

    /// <summary>A larger file is not searched for each of its members.</summary>
    const int LargestSearched = 1 << 20;

    public static void Observe(JavaClass type)
    {
        foreach (var member in JavaDeclarations.Members(type))
            if (member.Kind == "method_declaration") ObserveMethod(type, member);
            else if (member.Kind == "field_declaration") ObserveField(type, member);
    }

    static void Note(JavaClass type, string structure, SyntaxNode node) => type.Declaration.Constructs.Add(new Construct(structure, type.File.SpanOf(node)));

    static void ObserveMethod(JavaClass type, SyntaxNode method)
    {
        var name = method["name"].Text;
        var isPrivate = Modifiers.Has(method, "private");
        if (isPrivate && !IsAnnotated(method) && EmptyStructures.IsEmpty(method["body"])) Note(type, "empty-function", method["name"]);
        if (isPrivate && !IsAnnotated(method) && !CalledByRuntime.Contains(name) && IsNamedOnce(type, name)) Note(type, "unused-method", method["name"]);
        if (name == "clone" && method["body"].Exists && Modifiers.Has(method, "public") && !Modifiers.Has(method, "final") && !Modifiers.Has(type.Node, "final") && Implements(type, "Cloneable")) Note(type, "clone-can-be-overridden", method["name"]);
    }

    static void ObserveField(JavaClass type, SyntaxNode field)
    {
        var name = field.Child("variable_declarator")["name"].Text;
        if (Modifiers.Has(field, "private") && !IsAnnotated(field) && name != "serialVersionUID" && !GeneratedMembers.AreMadeFor(type.Declaration.Annotations.Select(a => a.Name)) && IsNamedOnce(type, name)) Note(type, "unused-field", field);
        if (!Modifiers.Has(field, "transient") && !Modifiers.Has(field, "static") && IsSecret(name) && Implements(type, "Serializable") && !type.Methods.Exists(m => m.Function.Name is "writeObject" or "writeReplace" or "writeExternal")) Note(type, "secret-is-serialized", field);
    }

    static bool IsAnnotated(SyntaxNode member) => member.Child("modifiers").FirstNamed.Exists;

    static bool Implements(JavaClass type, string contract) => type.Declaration.Supertypes.Any(s => s == contract || s.EndsWith("." + contract, StringComparison.Ordinal));

    static bool IsSecret(string name) => name.Contains("password", StringComparison.OrdinalIgnoreCase) || name.Contains("passwd", StringComparison.OrdinalIgnoreCase) || name.Contains("secret", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a name stands in its file only where it is declared.</summary>
    static bool IsNamedOnce(JavaClass type, string name)
    {
        var text = type.File.Tree.Text.Span;
        if (text.Length > LargestSearched) return false;
        var word = Encoding.UTF8.GetBytes(name);
        var first = text.IndexOf(word);
        return first >= 0 && text[(first + word.Length)..].IndexOf(word) < 0;
    }
}

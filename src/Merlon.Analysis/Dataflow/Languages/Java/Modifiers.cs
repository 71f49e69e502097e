using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Languages.Syntax;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.Java;

/// <summary>Reads modifiers and annotations.</summary>
static class Modifiers
{
    public static bool Has(SyntaxNode declaration, string modifier) => declaration.Child("modifiers").Child(modifier).Exists;

    public static ImmutableArray<Annotation> Annotations(SyntaxNode declaration, Func<string, string> resolve)
    {
        var found = ImmutableArray.CreateBuilder<Annotation>();
        foreach (var node in declaration.Child("modifiers").Named)
            if (node.Kind is "annotation" or "marker_annotation")
                found.Add(new Annotation(resolve(node["name"].Text), Arguments(node["arguments"])));
        return found.ToImmutable();
    }

    static ImmutableDictionary<string, string> Arguments(SyntaxNode list)
    {
        var arguments = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var argument in list.Named)
            if (argument.Kind == "element_value_pair") arguments[argument["key"].Text] = Literals.Text(argument["value"]) ?? argument["value"].Text;
            else arguments["value"] = Literals.Text(argument) ?? argument.Text;
        return arguments.ToImmutable();
    }
}

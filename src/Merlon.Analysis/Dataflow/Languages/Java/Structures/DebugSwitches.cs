using Merlon.Analysis.Dataflow.Languages.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.Java.Structures;

/// <summary>Code for finding defects that a constant of the class leaves switched on.</summary>
static class DebugSwitches
{
    public static void Observe(SyntaxNode conditional, Action<string, SyntaxNode> note)
    {
        var condition = Locals.Unwrapped(conditional["condition"]);
        if (condition.Kind == "identifier" && condition.Text.StartsWith("debug", StringComparison.OrdinalIgnoreCase) && IsSwitchedOn(conditional, condition.Text)) note("debug-code-left", conditional);
    }

    static bool IsSwitchedOn(SyntaxNode place, string name)
    {
        if (Locals.DeclaratorOf(place, name) is { Exists: true } local) return local["value"].Kind == "true" && Modifiers.Has(local.Parent, "final");
        for (var around = place; around.Exists; around = around.Parent)
        {
            if (around.Kind != "class_body") continue;
            foreach (var member in around.Named)
                if (member.Kind == "field_declaration" && Modifiers.Has(member, "final") && member.Child("variable_declarator") is var declarator && declarator["name"].Text == name) return declarator["value"].Kind == "true";
        }
        return false;
    }
}

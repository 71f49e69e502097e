using System.Text.RegularExpressions;
using Merlon.Analysis.Dataflow.Languages.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.Java.Structures;

/// <summary>Acts that destroy or run programs, held back until a fixed day, a certain count or a certain number drawn.</summary>
static partial class LogicBombs
{
    static readonly string[] Clocks = ["new Date()", "currentTimeMillis()", "Calendar.getInstance()", "LocalDate.now(", "LocalDateTime.now(", "ZonedDateTime.now(", "Instant.now(", "new GregorianCalendar()"];

    public static void Observe(SyntaxNode conditional, Action<string, SyntaxNode> note)
    {
        var condition = Locals.Unwrapped(conditional["condition"]);
        if (IsTrigger(condition) && Locals.Within(conditional["consequence"]).Any(n => IsDestructive(n) && !(IsDeletion(n) && IsYearly(condition)))) note("logic-bomb", conditional);
    }

    static bool IsDestructive(SyntaxNode node) => node.Kind switch
    {
        "method_invocation" => node["name"].Text is "exec" or "delete" or "deleteIfExists" or "deleteRecursively" or "deleteDirectory" or "halt" || node["name"].Text == "exit" && node["object"].Text == "System",
        "object_creation_expression" => node["type"].Text == "ProcessBuilder",
        _ => false,
    };

    static bool IsDeletion(SyntaxNode act) => act["name"].Text.StartsWith("delete", StringComparison.Ordinal);

    /// <summary>A day that comes round each year: to clear away what is old on it is housekeeping.</summary>
    static bool IsYearly(SyntaxNode condition) => condition["operator"].Kind == "&&" && !condition.Text.Contains("YEAR", StringComparison.OrdinalIgnoreCase);

    static bool IsTrigger(SyntaxNode condition) => condition.Kind switch
    {
        "method_invocation" when condition["name"].Text is "equals" or "equalsIgnoreCase" && IsOneUser(condition["object"], condition["arguments"].FirstNamed) => true,
        "method_invocation" when condition["name"].Text is "after" or "before" or "isAfter" or "isBefore" or "equals" => IsDay(condition["object"], condition["arguments"].FirstNamed),
        "binary_expression" when condition["operator"].Kind is "&&" => IsPartOfDay(Locals.Unwrapped(condition["left"])) && IsPartOfDay(Locals.Unwrapped(condition["right"])),
        "binary_expression" when condition["operator"].Kind is "==" => IsNumber(condition["right"]) && (IsDrawn(condition["left"]) || IsCounted(condition["left"])) || IsDay(condition["left"], condition["right"]),
        "binary_expression" when condition["operator"].Kind is "<" or ">" or "<=" or ">=" => IsDay(condition["left"], condition["right"]),
        _ => false,
    };

    /// <summary>One side is the account that the program runs as, the other a name that stands in it; an administrator's is asked for to refuse it.</summary>
    static bool IsOneUser(SyntaxNode left, SyntaxNode right) => IsAccount(left) && IsUser(right) || IsUser(left) && IsAccount(right);

    static bool IsAccount(SyntaxNode node) => Meaning(node) is "System.getProperty(\"user.name\")";

    static bool IsUser(SyntaxNode node) => node.Kind == "string_literal" && node.Text is not ("\"root\"" or "\"\"");

    static bool IsNumber(SyntaxNode node) => node.Kind == "decimal_integer_literal";

    /// <summary>One side is the time it is, the other a day that stands in the program.</summary>
    static bool IsDay(SyntaxNode left, SyntaxNode right) => IsNow(left) && IsFixed(right) || IsFixed(left) && IsNow(right);

    static bool IsNow(SyntaxNode node) => !IsSet(node) && Meaning(node) is var meaning && Clocks.Any(c => meaning.Contains(c, StringComparison.Ordinal)) && !meaning.Contains(" - ", StringComparison.Ordinal);

    /// <summary>Whether a calendar was given a day that stands in the program.</summary>
    static bool IsSet(SyntaxNode node) =>
        node.Kind == "identifier" && Locals.Within(Locals.BodyAround(node)).Any(n => n.Kind == "method_invocation" && n["object"].Text == node.Text && n["name"].Text == "set" && n["arguments"].Named.ToList() is { Count: >= 3 } day && day.TrueForAll(IsDayPart));

    static bool IsDayPart(SyntaxNode node) => IsNumber(node) || node.Text.StartsWith("Calendar.", StringComparison.Ordinal);

    static bool IsFixed(SyntaxNode node) => IsSet(node) || Meaning(node) is var meaning && FixedDay().IsMatch(meaning) && !Clocks.Any(c => meaning.Contains(c, StringComparison.Ordinal));

    /// <summary><c>now.get(Calendar.MONTH) == 1</c>, <c>today.getMonthValue() == 1</c>; one part alone comes round too often to be waited for.</summary>
    static bool IsPartOfDay(SyntaxNode test) =>
        test.Kind == "binary_expression" && test["operator"].Kind == "==" && test["left"] is { Kind: "method_invocation" } part && IsNow(part["object"])
        && (part["name"].Text is "getYear" or "getMonth" or "getMonthValue" or "getDayOfMonth" or "getDayOfYear" or "getDate" || part["name"].Text == "get" && part["arguments"].Text.StartsWith("(Calendar.", StringComparison.Ordinal));

    static bool IsDrawn(SyntaxNode node) => Meaning(node) is var meaning && (meaning.Contains(".nextInt(", StringComparison.Ordinal) || meaning.Contains(".nextLong(", StringComparison.Ordinal));

    /// <summary>A variable that the method counts up itself.</summary>
    static bool IsCounted(SyntaxNode node)
    {
        if (node.Kind == "update_expression") return true;
        return node.Kind == "identifier" && Locals.Within(Locals.BodyAround(node)).Any(n => n.Kind == "update_expression" && n.FirstNamed.Text == node.Text && n.Parent.Kind != "for_statement");
    }

    /// <summary>How the value is made, as it is written: of a variable, its first value; of a date's number, the date.</summary>
    static string Meaning(SyntaxNode node)
    {
        if (node.Kind == "method_invocation" && node["name"].Text is "getTime" or "getTimeInMillis" && node["object"].Kind == "identifier") node = node["object"];
        return node.Kind == "identifier" && Declared(node) is { Exists: true } declarator ? declarator["value"].Text : node.Text;
    }

    static SyntaxNode Declared(SyntaxNode variable) =>
        Locals.DeclaratorOf(variable, variable.Text) is { Exists: true } local ? local : FieldOf(variable);

    static SyntaxNode FieldOf(SyntaxNode variable)
    {
        for (var around = variable.Parent; around.Exists; around = around.Parent)
            if (around.Kind == "class_body")
                foreach (var member in around.Named)
                    if (member.Kind == "field_declaration" && member.Child("variable_declarator") is var declarator && declarator["name"].Text == variable.Text) return declarator;
        return default;
    }

    [GeneratedRegex(@"new (GregorianCalendar|Date)\(\d|\.of\(\d|\.parse\(""|^1\d{12}L?$", RegexOptions.NonBacktracking)]
    private static partial Regex FixedDay();
}

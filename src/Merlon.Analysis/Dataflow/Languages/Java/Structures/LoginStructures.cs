using Merlon.Analysis.Dataflow.Languages.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.Java.Structures;

/// <summary>What goes wrong at a login: the session that the visitor came with goes on, or an account that stands in the program gets in.</summary>
static class LoginStructures
{
    static readonly string[] Identities = ["auth", "login", "loggedin", "user", "account", "principal", "role", "admin"];
    static readonly string[] Asks = ["authenticate", "login", "verify", "validate", "check", "isvalid", "matches"];

    /// <summary>Names for those who have no name: what they may do, everybody may.</summary>
    static readonly HashSet<string> Nobody = new(StringComparer.OrdinalIgnoreCase) { "anonymous", "guest", "unknown", "none", "null", "default", "all", "me", "self", "*" };

    public static bool MayBeIn(JavaFile file) => file.Mentions("ession") && (file.Mentions("setAttribute") || file.Mentions("putValue")) && (file.Mentions("pass") || file.Mentions("Pass"));

    public static void Observe(SyntaxNode body, Action<string, SyntaxNode> note)
    {
        var nodes = Locals.Within(body).Where(n => n.Kind == "method_invocation").ToList();
        if (nodes.Exists(n => n["name"].Text is "invalidate" or "changeSessionId" or "renewSession" or "migrateSession") || !nodes.Exists(IsPassword)) return;
        if (nodes.Find(n => n["name"].Text is "setAttribute" or "putValue" && NamesIdentity(n["arguments"].FirstNamed) && IsSession(n["object"]) && IsBehindLogin(n)) is { Exists: true } kept) note("session-not-renewed", kept);
    }

    /// <summary>A password is read: a parameter of that name, or a variable given to a check.</summary>
    static bool IsPassword(SyntaxNode call) => call["name"].Text == "getParameter" && call["arguments"].Text.Contains("pass", StringComparison.OrdinalIgnoreCase);

    static bool NamesIdentity(SyntaxNode name) => name.Kind == "string_literal" && Identities.Any(i => name.Text.Contains(i, StringComparison.OrdinalIgnoreCase));

    static bool IsSession(SyntaxNode subject) => subject.Text.Contains("ession", StringComparison.Ordinal);

    /// <summary>Inside a branch whose condition asks whether a login is right.</summary>
    static bool IsBehindLogin(SyntaxNode call)
    {
        for (var around = call.Parent; around.Exists && around.Kind != "method_declaration"; around = around.Parent)
            if (around.Kind == "if_statement" && Locals.Within(around["condition"]).Any(n => n.Kind == "method_invocation" && Asks.Any(a => n["name"].Text.Contains(a, StringComparison.OrdinalIgnoreCase)) || n.Kind == "method_invocation" && n["name"].Text == "equals" && n.Text.Contains("pass", StringComparison.OrdinalIgnoreCase))) return true;
        return false;
    }

    /// <summary><c>"joshua".equals(user)</c>: who knows the name gets in, whatever is in the list of users.</summary>
    public static void ObserveAccount(SyntaxNode conditional, Action<string, SyntaxNode> note)
    {
        var condition = Locals.Unwrapped(conditional["condition"]);
        if (condition.Kind != "method_invocation" || condition["name"].Text is not ("equals" or "equalsIgnoreCase")) return;
        var (left, right) = (condition["object"], condition["arguments"].FirstNamed);
        if (left.Kind == "string_literal") (left, right) = (right, left);
        if (right.Kind == "string_literal" && right.Text.Length > 2 && !Nobody.Contains(right.Text.Trim('"')) && IsNameOfUser(left)) note("account-in-code", conditional);
    }

    static bool IsNameOfUser(SyntaxNode node) =>
        node.Kind == "identifier" && node.Text.ToUpperInvariant() is "USER" or "USERNAME" or "LOGIN" or "ACCOUNT" or "USERID" or "LOGINNAME"
        || node.Kind == "method_invocation" && node["name"].Text == "getParameter" && node["arguments"].Text.ToUpperInvariant() is "(\"USER\")" or "(\"USERNAME\")" or "(\"LOGIN\")" or "(\"NAME\")" or "(\"ACCOUNT\")";
}

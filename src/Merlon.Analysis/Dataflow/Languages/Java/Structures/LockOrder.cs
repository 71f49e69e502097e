using Merlon.Analysis.Dataflow.Languages.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.Java.Structures;

/// <summary>
/// Locks by the order in which a method takes and gives them back, as it is written; and, over a class, two locks that are taken in both orders.
/// </summary>
sealed class LockOrder(Action<string, SyntaxNode> note)
{
    readonly Dictionary<(string Outer, string Inner), SyntaxNode> nested = [];

    /// <summary>Looks at one method.</summary>
    public void Observe(SyntaxNode body)
    {
        var calls = new List<SyntaxNode>();
        Walk(body, [], calls);
        foreach (var group in calls.GroupBy(c => c["object"].Text).Where(g => g.Key.Length > 0)) Judge(body, [.. group]);
        ObserveNesting(calls);
    }

    /// <summary>What was taken in both orders, after all methods were seen.</summary>
    public void Finish()
    {
        foreach (var ((outer, inner), place) in nested)
            if (outer != inner && nested.ContainsKey((inner, outer))) note("locks-in-both-orders", place);
    }

    void Walk(SyntaxNode node, List<string> held, List<SyntaxNode> calls)
    {
        if (node.Kind is "class_body") return;
        if (node.Kind == "lambda_expression")
        {
            // It runs when somebody calls it: what is held here is not held then.
            foreach (var part in node.Named) Walk(part, [], []);
            return;
        }
        var isLock = node.Kind == "synchronized_statement";
        if (isLock)
        {
            var name = node.Child("parenthesized_expression").FirstNamed.Text;
            foreach (var outer in held) nested.TryAdd((outer, name), node);
            held.Add(name);
        }
        if (node.Kind == "method_invocation" && node["name"].Text is "lock" or "unlock" && !node["arguments"].FirstNamed.Exists) calls.Add(node);
        foreach (var child in node.Named) Walk(child, held, calls);
        if (isLock) held.RemoveAt(held.Count - 1);
    }

    void Judge(SyntaxNode body, List<SyntaxNode> calls)
    {
        var isTaken = calls.ConvertAll(c => c["name"].Text == "lock");
        if (!isTaken.Contains(false)) note("lock-not-released", calls[0]);
        if (!isTaken.Contains(true)) note("unlocked-without-lock", calls[0]);
        if (!isTaken.Contains(true) || !isTaken.Contains(false)) return;
        if (IsLeftLocked(body, calls)) note("lock-not-released", calls[0]);
        for (var i = 1; i < calls.Count; i++)
            if (isTaken[i] == isTaken[i - 1] && FollowsDirectly(calls[i - 1], calls[i])) note(isTaken[i] ? "locked-twice" : "unlocked-twice", calls[i]);
    }

    /// <summary>Whether the method can return or throw behind the first lock and before any release.</summary>
    static bool IsLeftLocked(SyntaxNode body, List<SyntaxNode> calls)
    {
        if (calls[0]["name"].Text != "lock" || calls.Exists(IsInFinally)) return false;
        var releases = calls.FindAll(c => c["name"].Text == "unlock");
        var exits = new List<SyntaxNode>();
        CollectExits(body, exits);
        return exits.Exists(e => e.Start > calls[0].Start && e.Start < releases[^1].Start && !releases.Exists(r => r.Start < e.Start));
    }

    static bool IsInFinally(SyntaxNode call)
    {
        for (var at = call.Parent; at.Exists; at = at.Parent)
            if (at.Kind == "finally_clause") return true;
        return false;
    }

    static void CollectExits(SyntaxNode node, List<SyntaxNode> exits)
    {
        if (node.Kind is "class_body" or "lambda_expression") return;
        if (node.Kind is "return_statement" or "throw_statement") exits.Add(node);
        foreach (var child in node.Named) CollectExits(child, exits);
    }

    /// <summary>Whether nothing decides between the two, and none is in a branch of its own.</summary>
    static bool FollowsDirectly(SyntaxNode first, SyntaxNode second) => first.Parent.Parent.Equals(second.Parent.Parent);

    void ObserveNesting(List<SyntaxNode> calls)
    {
        var held = new List<string>();
        foreach (var call in calls)
        {
            var name = call["object"].Text;
            if (call["name"].Text == "unlock")
            {
                held.Remove(name);
                continue;
            }
            foreach (var outer in held) nested.TryAdd((outer, name), call);
            held.Add(name);
        }
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>Locks by the order in which a function takes and gives them back, as it is written.</summary>
static class LockOrder
{
    static readonly HashSet<string> Takes = new(StringComparer.Ordinal) { "Monitor.Enter", "Mutex.WaitOne", "ReaderWriterLockSlim.EnterWriteLock" };
    static readonly HashSet<string> Releases = new(StringComparer.Ordinal) { "Monitor.Exit", "Mutex.ReleaseMutex", "ReaderWriterLockSlim.ExitWriteLock" };

    public static IEnumerable<(string Name, SyntaxNode Place)> In(IOperation body)
    {
        var calls = body.Descendants().OfType<IInvocationOperation>().Where(c => Takes.Contains(NameOf(c)) || Releases.Contains(NameOf(c))).ToList();
        foreach (var group in calls.GroupBy(SubjectOf))
        {
            var list = group.ToList();
            var isTaken = list.ConvertAll(c => Takes.Contains(NameOf(c)));
            if (!isTaken.Contains(true)) yield return ("unlocked-without-lock", list[0].Syntax);
            if (!isTaken.Contains(true) || !isTaken.Contains(false)) continue;
            for (var i = 1; i < list.Count; i++)
                if (isTaken[i] == isTaken[i - 1] && ReferenceEquals(BlockOf(list[i]), BlockOf(list[i - 1]))) yield return (isTaken[i] ? "locked-twice" : "unlocked-twice", list[i].Syntax);
        }
    }

    /// <summary>Pairs of locks that a type takes in both orders.</summary>
    public static IEnumerable<SyntaxNode> InBothOrders(SyntaxNode type)
    {
        var nested = new Dictionary<(string, string), SyntaxNode>();
        foreach (var inner in type.DescendantNodes().OfType<LockStatementSyntax>())
            foreach (var outer in inner.Ancestors().TakeWhile(a => a is not MemberDeclarationSyntax).OfType<LockStatementSyntax>())
                nested.TryAdd((outer.Expression.ToString(), inner.Expression.ToString()), inner);
        return nested.Where(n => n.Key.Item1 != n.Key.Item2 && nested.ContainsKey((n.Key.Item2, n.Key.Item1))).Select(n => n.Value);
    }

    static string NameOf(IInvocationOperation call) => (call.Instance?.Type ?? call.TargetMethod.ContainingType) is { } type ? $"{type.Name}.{call.TargetMethod.Name}" : "";

    static string SubjectOf(IInvocationOperation call) => (call.Instance ?? call.Arguments.FirstOrDefault()?.Value)?.Syntax.ToString() ?? "";

    static SyntaxNode? BlockOf(IOperation call) => call.Syntax.FirstAncestorOrSelf<BlockSyntax>();
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;

/// <summary>Locks that protect nothing, or that may stay closed.</summary>
static class Locks
{
    static readonly Dictionary<string, string> Releases = new(StringComparer.Ordinal)
    {
        ["Monitor.Enter"] = "Exit", ["Mutex.WaitOne"] = "ReleaseMutex", ["ReaderWriterLockSlim.EnterWriteLock"] = "ExitWriteLock",
        ["ReaderWriterLockSlim.EnterReadLock"] = "ExitReadLock", ["ReaderWriterLock.AcquireWriterLock"] = "ReleaseWriterLock", ["ReaderWriterLock.AcquireReaderLock"] = "ReleaseReaderLock",
    };

    public static string? Inspect(IOperation operation) => operation switch
    {
        ILockOperation { Body: IBlockOperation { Operations.IsEmpty: true } } => "empty-lock",
        IConditionalOperation outer when IsDoubleChecked(outer) => "double-checked-lock",
        IInvocationOperation call when NameOf(call) is { } name && Releases.TryGetValue(name, out var release) && !IsReleased(call, release) => "lock-not-released",
        _ => null,
    };

    static string? NameOf(IInvocationOperation call) => (call.Instance?.Type ?? call.TargetMethod.ContainingType) is { } type ? $"{type.Name}.{call.TargetMethod.Name}" : null;

    static bool IsReleased(IOperation taken, string release)
    {
        var root = taken;
        while (root.Parent is { } parent) root = parent;
        var releases = root.Descendants().Where(o => o is IInvocationOperation call && call.TargetMethod.Name == release).ToList();
        return releases.Count > 0 && (taken.Parent is not IExpressionStatementOperation || releases.Exists(r => Around(r).Any(o => o is ITryOperation t && t.Finally is { } last && last.Syntax.Span.Contains(r.Syntax.Span))) || !IsLeftBefore(root, taken, releases));
    }

    /// <summary>Whether the method can return or throw behind the lock and before any release.</summary>
    static bool IsLeftBefore(IOperation root, IOperation taken, List<IOperation> releases)
    {
        var after = releases.FindAll(r => r.Syntax.SpanStart > taken.Syntax.SpanStart);
        if (after.Count == 0) return false;
        return root.Descendants().Any(o => o is IReturnOperation { IsImplicit: false } or IThrowOperation && o.Syntax.SpanStart > taken.Syntax.SpanStart && o.Syntax.SpanStart < after[^1].Syntax.SpanStart
            && !after.Exists(r => r.Syntax.SpanStart < o.Syntax.SpanStart) && !Around(o).Any(a => a is IAnonymousFunctionOperation or ILocalFunctionOperation));
    }

    static IEnumerable<IOperation> Around(IOperation operation)
    {
        for (var at = operation.Parent; at is not null; at = at.Parent) yield return at;
    }

    /// <summary>A field is tested, locked and tested again, but is not volatile, so that another thread may see a half-made object.</summary>
    static bool IsDoubleChecked(IConditionalOperation outer)
    {
        if (Tested(outer.Condition) is not IFieldSymbol { IsVolatile: false } field) return false;
        return outer.WhenTrue.DescendantsAndSelf().OfType<ILockOperation>().Any(l => l.Body.Descendants().OfType<IConditionalOperation>().Any(
            inner => Inspection.IsSame(Tested(inner.Condition), field) && inner.WhenTrue.DescendantsAndSelf().Any(o => o is ISimpleAssignmentOperation set && Inspection.IsSame(Inspection.Named(set.Target), field))));
    }

    static ISymbol? Tested(IOperation condition) => condition switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equality when Inspection.IsNull(equality.RightOperand) => Inspection.Named(equality.LeftOperand),
        IIsPatternOperation { Pattern: IConstantPatternOperation { Value: var constant } } pattern when Inspection.IsNull(constant) => Inspection.Named(pattern.Value),
        _ => null,
    };
}

using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Lowering;

sealed partial class MethodLowering
{
    /// <summary>The <c>finally</c> blocks around the current place, outermost first, with the handlers outside each.</summary>
    readonly List<(Action Run, ImmutableArray<Handler> Outside)> finallies = [];

    void LowerTry(ITryOperation guarded)
    {
        var after = builder.NewBlock();
        if (guarded.Finally is { } last) Finally(() => LowerCatches(guarded), () => LowerStatement(last), SpanOf(last));
        else LowerCatches(guarded);
        builder.Jump(after);
        builder.Start(after);
    }

    /// <summary>
    /// What runs in the end is lowered once for each way out: falling through, an exception, and each return or jump
    /// (<see cref="RunFinallies"/>), so that what it does is seen on all of them.
    /// </summary>
    void Finally(Action body, Action last, Span span)
    {
        var outside = builder.Handlers;
        var cleanup = new Handler([], builder.NewSlot(), builder.NewBlock().Number);
        var after = builder.NewBlock();
        finallies.Add((last, outside));
        builder.Handlers = [cleanup, .. outside];
        Continue();
        body();
        builder.Jump(after);
        finallies.RemoveAt(finallies.Count - 1);
        builder.Handlers = outside;
        builder.Start(builder.BlockAt(cleanup.Block));
        Scoped(last);
        builder.Leave(new ThrowExit(cleanup.Slot, span));
        builder.Start(after);
        Scoped(last);
    }

    void LowerCatches(ITryOperation guarded)
    {
        var around = builder.Handlers;
        var handlers = guarded.Catches.Select(c => new Handler(CaughtTypes(c), builder.NewSlot(), builder.NewBlock().Number)).ToList();
        var after = builder.NewBlock();
        builder.Handlers = [.. handlers, .. around];
        Continue();
        LowerStatement(guarded.Body);
        builder.Jump(after);
        builder.Handlers = around;
        for (var i = 0; i < handlers.Count; i++) LowerCatch(guarded.Catches[i], handlers[i], after);
        builder.Start(after);
    }

    /// <summary>Goes on in a new block, under the handlers now in force.</summary>
    void Continue()
    {
        var block = builder.NewBlock();
        builder.Jump(block);
        builder.Start(block);
    }

    /// <summary>A clause with a filter may also let the exception pass; it is taken to catch an unknown type.</summary>
    ImmutableArray<string> CaughtTypes(ICatchClauseOperation clause)
    {
        if (clause.Filter is not null) return ["<filtered>"];
        return clause.ExceptionType is { SpecialType: not SpecialType.System_Object } caught && Names.Of(caught) is { } name ? [name] : [];
    }

    void LowerCatch(ICatchClauseOperation clause, Handler handler, Block after)
    {
        builder.Start(builder.BlockAt(handler.Block));
        if (clause.ExceptionDeclarationOrExpression is { } variable)
            Scoped(() =>
            {
                var caught = builder.NewSlot();
                Emit(new CastInstruction(caught, handler.Slot, Names.Of(clause.ExceptionType) ?? "System.Exception", SpanOf(clause)));
                Assign(variable, caught);
            });
        if (clause.Filter is { } filter) Scoped(() => Lower(filter));
        LowerStatement(clause.Handler);
        builder.Jump(after);
    }

    /// <summary>Disposing matters where it is the application's own code.</summary>
    void LowerUsing(IUsingOperation use)
    {
        Scoped(() =>
        {
            if (use.Resources is IVariableDeclarationGroupOperation) LowerStatement(use.Resources);
            else Lower(use.Resources);
        });
        var own = use.Locals.Where(l => (l.Type as INamedTypeSymbol)?.GetMembers("Dispose").OfType<IMethodSymbol>().Any(m => world.Find(m) is not null) == true).ToList();
        if (own.Count == 0) LowerStatement(use.Body);
        else Finally(() => LowerStatement(use.Body), () => own.ForEach(l => Scoped(() => CallLibrary(Names.Of(l.Type), "Dispose", Load(l), "void", SpanOf(use)))), SpanOf(use));
    }

    /// <summary>Lowers the innermost <c>finally</c> blocks on the way out of them.</summary>
    void RunFinallies(int count)
    {
        if (count == 0 || builder.IsClosed) return;
        var handlers = builder.Handlers;
        var left = finallies.GetRange(finallies.Count - count, count);
        for (var i = left.Count - 1; i >= 0; i--)
        {
            finallies.RemoveAt(finallies.Count - 1);
            builder.Handlers = left[i].Outside;
            Continue();
            Scoped(left[i].Run);
        }
        finallies.AddRange(left);
        builder.Handlers = handlers;
    }
}

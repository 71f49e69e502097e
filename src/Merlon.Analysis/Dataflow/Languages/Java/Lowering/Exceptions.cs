using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Languages.Syntax;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.Java.Lowering;

sealed partial class MethodLowering
{
    /// <summary>The <c>finally</c> blocks around the current place, outermost first, with the handlers outside each.</summary>
    readonly List<(SyntaxNode Body, ImmutableArray<Handler> Outside)> finallies = [];

    /// <summary>
    /// A <c>finally</c> block is lowered once for each way out: falling through, an exception, and each return or jump
    /// (<see cref="RunFinallies"/>), so that what it does is seen on all of them.
    /// </summary>
    void LowerTry(SyntaxNode node) => Scoped(() =>
    {
        var outside = builder.Handlers;
        var last = node.Child("finally_clause").Child("block");
        var after = builder.NewBlock();
        Handler? cleanup = null;
        if (last.Exists)
        {
            cleanup = new Handler([], builder.NewSlot(), builder.NewBlock().Number);
            finallies.Add((last, outside));
            builder.Handlers = [cleanup, .. outside];
        }
        var catches = node.Named.ToList().FindAll(c => c.Kind == "catch_clause");
        LowerProtected(node, catches, after);
        if (last.Exists) finallies.RemoveAt(finallies.Count - 1);
        builder.Handlers = outside;
        if (cleanup is not null) LowerCleanup(cleanup, last);
        builder.Start(after);
        if (last.Exists) Scoped(() => LowerStatement(last));
    });

    void LowerProtected(SyntaxNode node, List<SyntaxNode> catches, Block after)
    {
        var around = builder.Handlers;
        var handlers = catches.ConvertAll(c => new Handler(CaughtTypes(c), builder.NewSlot(), builder.NewBlock().Number));
        builder.Handlers = [.. handlers, .. around];
        Continue();
        Scoped(() =>
        {
            foreach (var resource in node["resources"].Named) LowerResource(resource);
            LowerBody(node["body"]);
        });
        builder.Jump(after);
        builder.Handlers = around;
        for (var i = 0; i < catches.Count; i++) LowerCatch(catches[i], handlers[i], after);
    }

    /// <summary>Goes on in a new block, under the handlers now in force.</summary>
    void Continue()
    {
        var block = builder.NewBlock();
        builder.Jump(block);
        builder.Start(block);
    }

    void LowerResource(SyntaxNode resource)
    {
        if (resource.Kind != "resource") return;
        if (!resource["name"].Exists)
        {
            Scoped(() => Lower(resource.FirstNamed));
            return;
        }
        var declared = resource["type"].Text == "var" ? null : frontEnd.Names.TypeOf(resource["type"], file, type, method);
        LowerLocal(resource, declared);
    }

    ImmutableArray<string> CaughtTypes(SyntaxNode clause)
    {
        var types = clause.Child("catch_formal_parameter").Child("catch_type").Named.ToList();
        return [.. types.Select(t => frontEnd.Names.TypeOf(t, file, type, method)?.Erased ?? t.Text)];
    }

    void LowerCatch(SyntaxNode clause, Handler handler, Block after)
    {
        builder.Start(builder.BlockAt(handler.Block));
        Scoped(() =>
        {
            var caught = handler.Types is [var only] ? JavaType.Of(only) : JavaType.Of("java.lang.Exception");
            scopes[^1][clause.Child("catch_formal_parameter")["name"].Text] = new Local(handler.Slot, caught);
            LowerBody(clause["body"]);
        });
        builder.Jump(after);
    }

    void LowerCleanup(Handler cleanup, SyntaxNode last)
    {
        builder.Start(builder.BlockAt(cleanup.Block));
        Scoped(() => LowerStatement(last));
        builder.Leave(new ThrowExit(cleanup.Slot, SpanOf(last)));
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
            var body = left[i].Body;
            Scoped(() => LowerStatement(body));
        }
        finallies.AddRange(left);
        builder.Handlers = handlers;
    }
}

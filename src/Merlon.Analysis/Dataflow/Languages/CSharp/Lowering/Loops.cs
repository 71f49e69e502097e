using Merlon.Analysis.Dataflow.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Lowering;

/// <summary>Loops: a head that tests, the body, and one latch that leads back.</summary>
sealed partial class MethodLowering
{
    void LowerLoop(ILoopOperation loop)
    {
        switch (loop)
        {
            case IForEachLoopOperation each:
                LowerForEach(each);
                break;
            case IForLoopOperation counted:
                foreach (var before in counted.Before) LowerStatement(before);
                LowerLoop(counted, counted.Condition, testsLast: false, isUntil: false, counted.AtLoopBottom);
                break;
            case IWhileLoopOperation repeated:
                LowerLoop(repeated, repeated.Condition, !repeated.ConditionIsTop, repeated.ConditionIsUntil, []);
                break;
        }
    }

    void LowerLoop(ILoopOperation loop, IOperation? condition, bool testsLast, bool isUntil, IEnumerable<IOperation> updates)
    {
        var (head, body, latch, after) = (builder.NewBlock(), builder.NewBlock(), NewLabel(loop.ContinueLabel), NewLabel(loop.ExitLabel));
        NoteTests(condition);
        builder.Jump(testsLast ? body : head, SpanOf(loop));
        builder.Start(head);
        if (condition is null) builder.Jump(body);
        else Scoped(() => LowerCondition(condition, isUntil ? after : body, isUntil ? body : after));
        builder.Start(body);
        LowerStatement(loop.Body);
        builder.Jump(latch);
        builder.Start(latch);
        foreach (var update in updates) LowerStatement(update);
        builder.Jump(head);
        builder.Start(after);
    }

    void NoteTests(IOperation? condition)
    {
        if (condition is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both)
        {
            NoteTests(both.LeftOperand);
            NoteTests(both.RightOperand);
        }
        else if (condition is IBinaryOperation) loopTests.Add(condition);
    }

    /// <summary>Over an array by index, over anything else by its enumerator.</summary>
    void LowerForEach(IForEachLoopOperation loop) => Scoped(() =>
    {
        var span = world.SpanOf(loop.Collection.Syntax);
        var collection = Lower(WithoutConversion(loop.Collection));
        var array = WithoutConversion(loop.Collection).Type as IArrayTypeSymbol;
        var isArray = array is { Rank: 1 };
        for (var rank = array?.Rank ?? 1; rank > 1; rank--) collection = AnyOf(collection, span);
        var position = isArray ? Constant(0L, span) : CallLibrary("System.Collections.IEnumerable", "GetEnumerator", collection, "System.Collections.IEnumerator", span);
        var (head, body, latch, after) = (builder.NewBlock(), builder.NewBlock(), NewLabel(loop.ContinueLabel), NewLabel(loop.ExitLabel));
        builder.Jump(head, span);
        builder.Start(head);
        Scoped(() => builder.Leave(new BranchExit(HasNext(isArray, position, collection, span), body.Number, after.Number, span)));
        builder.Start(body);
        Scoped(() => Assign(loop.LoopControlVariable, TakeNext(isArray, position, collection, ElementType(loop), span)));
        LowerStatement(loop.Body);
        builder.Jump(latch);
        builder.Start(latch);
        if (isArray) Scoped(() => Emit(new BinaryInstruction(position, Operator.Add, position, Constant(1L, span), span)));
        builder.Jump(head);
        builder.Start(after);
    });

    int AnyOf(int array, Span span) => Load(new ElementPlace(array, Unknown(span)), span);

    string? ElementType(IForEachLoopOperation loop) =>
        loop.LoopControlVariable is IVariableDeclaratorOperation { Symbol.Type: { } declared } ? Names.Of(declared) : null;

    int HasNext(bool isArray, int position, int collection, Span span)
    {
        if (!isArray) return CallLibrary("System.Collections.IEnumerator", "MoveNext", position, "bool", span);
        var (length, more) = (builder.NewSlot(), builder.NewSlot());
        Emit(new UnaryInstruction(length, Operator.Length, collection, span));
        Emit(new BinaryInstruction(more, Operator.Less, position, length, span));
        return more;
    }

    int TakeNext(bool isArray, int position, int collection, string? of, Span span)
    {
        if (!isArray) return CallLibrary("System.Collections.IEnumerator", "get_Current", position, of, span);
        var element = builder.NewSlot();
        Emit(new ReadElementInstruction(element, collection, position, span));
        return element;
    }

    static IOperation WithoutConversion(IOperation operation) =>
        operation is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion ? WithoutConversion(conversion.Operand) : operation;
}

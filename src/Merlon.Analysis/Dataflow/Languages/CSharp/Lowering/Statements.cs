using Merlon.Analysis.Dataflow.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Lowering;

sealed partial class MethodLowering
{
    void LowerStatement(IOperation statement)
    {
        builder.Begin(SpanOf(statement));
        switch (statement)
        {
            case IBlockOperation block:
                foreach (var inner in block.Operations) LowerStatement(inner);
                break;
            case IExpressionStatementOperation expression:
                Scoped(() => Lower(expression.Operation));
                break;
            case IVariableDeclarationGroupOperation group:
                foreach (var declaration in group.Declarations) LowerDeclaration(declaration);
                break;
            case IReturnOperation { Kind: OperationKind.YieldReturn } given:
                Scoped(() => Yield(given));
                break;
            case IReturnOperation left:
                Scoped(() => LowerReturn(left));
                break;
            case IConditionalOperation { Type: null or { SpecialType: SpecialType.System_Void } } conditional:
                LowerIf(conditional);
                break;
            case ILoopOperation loop:
                LowerLoop(loop);
                break;
            case ISwitchOperation choice:
                LowerSwitch(choice);
                break;
            case IBranchOperation branch:
                LowerBranch(branch);
                break;
            case ILabeledOperation labeled:
                LowerLabeled(labeled);
                break;
            default:
                LowerGuarded(statement);
                break;
        }
    }

    void LowerGuarded(IOperation statement)
    {
        switch (statement)
        {
            case ITryOperation guarded:
                LowerTry(guarded);
                break;
            case IUsingOperation use:
                LowerUsing(use);
                break;
            case IUsingDeclarationOperation use:
                LowerStatement(use.DeclarationGroup);
                break;
            case ILockOperation locked:
                Scoped(() => Lower(locked.LockedValue));
                LowerStatement(locked.Body);
                break;
            case IMethodBodyOperation body:
                foreach (var part in Present(body.BlockBody, body.ExpressionBody)) LowerStatement(part);
                break;
            case ILocalFunctionOperation or IEmptyOperation or IEndOperation or IStopOperation:
                break;
            default:
                Scoped(() => Lower(statement));
                break;
        }
    }

    void LowerDeclaration(IVariableDeclarationOperation declaration)
    {
        foreach (var declarator in declaration.Declarators)
        {
            if ((declarator.Initializer ?? declaration.Initializer)?.Value is not { } value)
            {
                if (IsOwnStructure(declarator.Symbol.Type))
                    Scoped(() => Store(new VariablePlace(declarator.Symbol), Empty(declarator.Symbol.Type, SpanOf(declarator)), declarator));
                continue;
            }
            // What closures share is likely to be set before they run, whenever that is.
            if (IsShared(declarator.Symbol) && value.ConstantValue is { HasValue: true, Value: null }) continue;
            Scoped(() => Store(new VariablePlace(declarator.Symbol), Lower(value), declarator));
        }
    }

    void LowerReturn(IReturnOperation statement)
    {
        var value = statement.ReturnedValue is { } returned && iterated < 0 ? Lower(returned) : Instruction.NoSlot;
        RunFinallies(finallies.Count);
        if (iterated >= 0) value = FinishIterator(SpanOf(statement));
        builder.Leave(new ReturnExit(value, SpanOf(statement)));
    }

    void LowerIf(IConditionalOperation conditional)
    {
        var (yes, no, after) = (builder.NewBlock(), builder.NewBlock(), builder.NewBlock());
        Scoped(() => LowerCondition(conditional.Condition, yes, no));
        builder.Start(yes);
        LowerStatement(conditional.WhenTrue);
        builder.Jump(after);
        builder.Start(no);
        if (conditional.WhenFalse is { } otherwise) LowerStatement(otherwise);
        builder.Jump(after);
        builder.Start(after);
    }
}

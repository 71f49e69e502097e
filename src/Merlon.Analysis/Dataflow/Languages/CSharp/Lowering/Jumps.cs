using Merlon.Analysis.Dataflow.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Lowering;

/// <summary>Jumps by the compiler's labels: <c>break</c>, <c>continue</c>, <c>goto</c>, and the cases of switches.</summary>
sealed partial class MethodLowering
{
    readonly Dictionary<ILabelSymbol, (Block Block, int Finallies)> labels = new(SymbolEqualityComparer.Default);

    /// <summary>A block of its own for a label that only what is inside its statement jumps to.</summary>
    Block NewLabel(ILabelSymbol? label)
    {
        var block = builder.NewBlock();
        if (label is not null) labels[label] = (block, finallies.Count);
        return block;
    }

    Block LabelBlock(ILabelSymbol label)
    {
        if (!labels.TryGetValue(label, out var known)) labels[label] = known = (builder.NewBlock(), finallies.Count);
        return known.Block;
    }

    void LowerBranch(IBranchOperation branch)
    {
        var target = LabelBlock(branch.Target);
        RunFinallies(Math.Max(0, finallies.Count - labels[branch.Target].Finallies));
        builder.Jump(target, SpanOf(branch));
    }

    void LowerLabeled(ILabeledOperation labeled)
    {
        var block = LabelBlock(labeled.Label);
        builder.Jump(block);
        builder.Start(block);
        if (labeled.Operation is { } statement) LowerStatement(statement);
    }
}

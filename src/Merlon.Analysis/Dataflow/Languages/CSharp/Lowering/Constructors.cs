using Merlon.Analysis.Dataflow.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Lowering;

/// <summary>Constructors: initial values first, as the language orders them, then the base's constructor, then the body.</summary>
sealed partial class MethodLowering
{
    void LowerConstructor(SyntaxNode syntax, IReadOnlyList<IOperation> bodies)
    {
        var isChained = syntax is ConstructorDeclarationSyntax { Initializer.ThisOrBaseKeyword.RawKind: (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.ThisKeyword };
        if (syntax is TypeDeclarationSyntax && !method!.IsImplicitlyDeclared) KeepParameters();
        if (!isChained)
        {
            var own = variables;
            variables = Variables.In([.. InitialOperations(isStatic: false), .. bodies]);
            foreach (var (member, value) in type.InitialValues(isStatic: false)) Initialize(member, value, thisSlot);
            variables = own;
        }
        foreach (var body in bodies) DeclareLocals(body);
        if (syntax is TypeDeclarationSyntax { BaseList: { } bases } && PrimaryBase(bases) is { } call) LowerStatement(call);
        else if (bodies is not [IExpressionStatementOperation or IInvocationOperation, ..]) CallBaseConstructor();
        foreach (var body in bodies) LowerStatement(body);
    }

    /// <summary>A primary constructor keeps its parameters: a record as properties, a class where its members use them.</summary>
    void KeepParameters()
    {
        foreach (var parameter in method!.Parameters)
            Emit(new WriteFieldInstruction(thisSlot, new FieldReference(type.Name, parameter.Name, Names.Of(parameter.Type)), Load(parameter), function.Span));
    }

    IOperation? PrimaryBase(BaseListSyntax bases) =>
        bases.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault() is { } call ? model.GetOperation(call) : null;

    void CallBaseConstructor()
    {
        if (type.Type.Symbol.BaseType is not { } super) return;
        var constructor = super.InstanceConstructors.FirstOrDefault(c => c.Parameters.All(p => p.HasExplicitDefaultValue || p.IsParams));
        if (world.Find(constructor) is { } found)
            Emit(new CallInstruction(Instruction.NoSlot, new Callee(CallKind.Exact, found.Owner, Function.Constructor, [found], null), thisSlot, [], function.Span));
    }

    void Initialize(ISymbol member, EqualsValueClauseSyntax value, int target)
    {
        var outer = (model, Names);
        (model, Names) = (type.ModelOf(value.SyntaxTree), world.NamesIn(value.SyntaxTree));
        InitializeHere(member, value, target);
        (model, Names) = outer;
    }

    void InitializeHere(ISymbol member, EqualsValueClauseSyntax value, int target)
    {
        if (model.GetOperation(value) is not ISymbolInitializerOperation { Value: { } initial } operation) return;
        DeclareLocals(operation);
        Scoped(() =>
        {
            var declared = member is IPropertySymbol property ? property.Type : (member as IFieldSymbol)?.Type;
            Emit(new WriteFieldInstruction(target, new FieldReference(type.Name, member.Name, Names.Of(declared)), Lower(initial), world.SpanOf(value)));
        });
    }
}

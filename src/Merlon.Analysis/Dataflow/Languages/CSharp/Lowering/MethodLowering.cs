using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Merlon.Analysis.Dataflow.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Lowering;

/// <summary>
/// Lowers the body of one function. The parts stand in files of their own: statements, loops, switches, exceptions, expressions, patterns,
/// places that can be assigned, calls, functions as values, and what the compiler could not bind.
/// </summary>
sealed partial class MethodLowering
{
    readonly TypeLowering type;
    readonly CSharpWorld world;
    readonly Function function;
    readonly IMethodSymbol? method;
    readonly FunctionBuilder builder = new();
    readonly Dictionary<ISymbol, int> slots = new(SymbolEqualityComparer.Default);
    readonly int thisSlot = Instruction.NoSlot;
    Variables variables = new();

    /// <summary>What the compiler says of the file that is being lowered: initial values may stand in another part of the type.</summary>
    SemanticModel model;

    /// <summary>In an iterator: the list of what it has given so far.</summary>
    int iterated = Instruction.NoSlot;

    /// <summary>Set when a variable had to be made in the middle of an expression: slots are not used again then.</summary>
    bool keepsSlots;

    public MethodLowering(TypeLowering type, SemanticModel model, Function function, IMethodSymbol? method)
    {
        this.type = type;
        world = type.World;
        this.model = model;
        Names = world.NamesIn(model.SyntaxTree);
        this.function = function;
        this.method = method;
        if (!function.IsStatic && !function.IsClosure) thisSlot = builder.NewSlot("this");
    }

    TypeNames Names { get; set; }

    /// <summary>Lowers a method, constructor or accessor from where it is declared.</summary>
    public void LowerMethod(SyntaxNode syntax)
    {
        var bodies = BodiesOf(syntax);
        variables = Variables.In(bodies);
        DeclareParameters(method!.Parameters);
        if (method.MethodKind == MethodKind.Constructor) LowerConstructor(syntax, bodies);
        else if (bodies is [{ } body, ..]) LowerBody(body);
        else LowerStorage();
        builder.Finish(function);
    }

    public void LowerClassInitializer(SyntaxNode? constructor)
    {
        variables = Variables.In(InitialOperations(isStatic: true));
        foreach (var (member, value) in type.InitialValues(isStatic: true)) Initialize(member, value, Instruction.NoSlot);
        if (constructor is not null && BodiesOf(constructor) is [{ } body, ..])
        {
            variables = Variables.In([body]);
            LowerBody(body);
        }
        builder.Finish(function);
    }

    Span SpanOf(IOperation operation) => world.SpanOf(operation.Syntax);

    void Emit(Instruction instruction) => builder.Emit(instruction);

    int Constant(object? value, Span span)
    {
        var slot = builder.NewSlot();
        Emit(new ConstantInstruction(slot, value, span));
        return slot;
    }

    int Unknown(Span span, params ImmutableArray<int> inputs)
    {
        var slot = builder.NewSlot();
        Emit(new UnknownInstruction(slot, inputs, span));
        return slot;
    }

    /// <summary>Runs an action whose temporaries are given up after it.</summary>
    void Scoped(Action action)
    {
        var top = builder.Top;
        action();
        if (!keepsSlots) builder.Top = top;
    }

    IReadOnlyList<IOperation> BodiesOf(SyntaxNode syntax) => model.GetOperation(syntax) switch
    {
        IConstructorBodyOperation constructor => [.. Present(constructor.Initializer, constructor.BlockBody, constructor.ExpressionBody)],
        IMethodBodyOperation body => [.. Present(body.BlockBody, body.ExpressionBody)],
        { } other when syntax is not TypeDeclarationSyntax => [other],
        _ => [],
    };

    static IEnumerable<IOperation> Present(params IOperation?[] parts) => parts.OfType<IOperation>();

    IEnumerable<IOperation> InitialOperations(bool isStatic) =>
        type.InitialValues(isStatic).Select(v => type.ModelOf(v.Value.SyntaxTree).GetOperation(v.Value)).OfType<IOperation>();

    void DeclareParameters(ImmutableArray<IParameterSymbol> parameters)
    {
        foreach (var parameter in parameters) slots[parameter] = builder.NewSlot(parameter.Name);
        foreach (var parameter in parameters)
            if (parameter.RefKind is RefKind.None && variables.IsBoxed(parameter)) slots[parameter] = Box(slots[parameter], parameter.Name, parameter.Type, function.Span);
    }

    void DeclareLocals(IOperation body)
    {
        foreach (var symbol in Variables.DeclaredIn(body))
            if (!slots.ContainsKey(symbol)) DeclareLocal(symbol, SpanOf(body));
    }

    int DeclareLocal(ISymbol symbol, Span span)
    {
        var slot = slots[symbol] = builder.NewSlot(symbol.Name);
        if (variables.IsBoxed(symbol)) Emit(new AllocateInstruction(slot, Reference.Type, span));
        return slot;
    }

    int Box(int value, string? name, ITypeSymbol? of, Span span)
    {
        var box = builder.NewSlot(name);
        Emit(new AllocateInstruction(box, Reference.Type, span));
        Emit(new WriteFieldInstruction(box, Reference.Field(Names.Of(of)), value, span));
        return box;
    }

    void LowerBody(IOperation body)
    {
        DeclareLocals(body);
        if (method is not null && IsIterator(body)) StartIterator(body);
        LowerStatement(body);
        if (iterated >= 0) builder.Leave(new ReturnExit(FinishIterator(SpanOf(body)), default));
    }

    /// <summary>An accessor without code: of the hidden field that has the property's name.</summary>
    void LowerStorage()
    {
        if (method!.AssociatedSymbol is not IPropertySymbol property) return;
        var field = new FieldReference(type.Name, property.Name, Names.Of(property.Type));
        if (method.MethodKind == MethodKind.PropertyGet)
        {
            var result = builder.NewSlot();
            Emit(new ReadFieldInstruction(result, thisSlot, field, function.Span));
            builder.Leave(new ReturnExit(result, function.Span));
        }
        else
        {
            Emit(new WriteFieldInstruction(thisSlot, field, slots[method.Parameters[^1]], function.Span));
        }
    }

    /// <summary>Whether the stack allows to go deeper; an expression that is nested too deep is lost, not the process.</summary>
    static bool MayGoDeeper => RuntimeHelpers.TryEnsureSufficientExecutionStack();
}

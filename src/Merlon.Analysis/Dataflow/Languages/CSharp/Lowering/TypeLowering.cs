using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Dataflow.Languages.CSharp.Inspections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Lowering;

/// <summary>Lowers the functions of one type, and the initial values of its fields and properties into its constructors.</summary>
sealed class TypeLowering(CSharpWorld world, CSharpType type, Dictionary<SyntaxTree, SemanticModel> models)
{
    public CSharpWorld World => world;
    public CSharpType Type => type;
    public string Name => type.Declaration.Name;

    int closures;

    public void Lower()
    {
        var functions = type.Symbol.GetMembers().OfType<IMethodSymbol>().Where(world.Functions.ContainsKey).ToList();
        foreach (var method in functions) Lower(method, world.Functions[method]);
        LowerClassInitializer();
        if (world.IsPage(type.Symbol)) return;
        Members.Inspect(type, world);
        if (functions is [var first, ..]) Fields.Inspect(type.Symbol, world, world.Functions[first]);
        ConstructPlaces.Settle(type.Declaration.Constructs, [.. functions.Select(f => world.Functions[f])]);
    }

    public SemanticModel ModelOf(SyntaxTree tree)
    {
        if (!models.TryGetValue(tree, out var model)) models[tree] = model = world.Compilation.GetSemanticModel(tree, ignoreAccessibility: true);
        return model;
    }

    /// <summary>The name of the next closure in this type.</summary>
    public string NextClosure(string inside) => $"{inside}${++closures}";

    /// <summary>The initial values of fields and properties, in the order written.</summary>
    public IEnumerable<(ISymbol Member, EqualsValueClauseSyntax Value)> InitialValues(bool isStatic)
    {
        foreach (var member in type.Symbol.GetMembers().Where(m => m.IsStatic == isStatic))
            foreach (var reference in member.DeclaringSyntaxReferences)
            {
                var value = reference.GetSyntax() switch
                {
                    VariableDeclaratorSyntax declarator when member is IFieldSymbol { IsConst: false } or IEventSymbol => declarator.Initializer,
                    PropertyDeclarationSyntax property => property.Initializer,
                    _ => null,
                };
                if (value is not null) yield return (member, value);
            }
    }

    void Lower(IMethodSymbol method, Function function)
    {
        if (function.IsAbstract) return;
        var syntax = method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() ?? type.Symbol.DeclaringSyntaxReferences[0].GetSyntax();
        new MethodLowering(this, ModelOf(syntax.SyntaxTree), function, method).LowerMethod(syntax);
        if (syntax is TypeDeclarationSyntax || world.FileOf(syntax.SyntaxTree).IsPage) return;
        Inspection.Of(syntax, ModelOf(syntax.SyntaxTree), world, function);
        foreach (var dead in DeadStores.In(function)) function.Constructs.Add(new Construct("unused-value", dead));
    }

    void LowerClassInitializer()
    {
        var constructor = type.Symbol.StaticConstructors.FirstOrDefault(c => !c.IsImplicitlyDeclared);
        var syntax = constructor?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax();
        if (syntax is null && !InitialValues(isStatic: true).Any()) return;
        var function = new Function { Name = Function.ClassInitializer, Owner = Name, Parameters = [], Span = type.Declaration.Span, IsStatic = true };
        var model = ModelOf((syntax ?? type.Symbol.DeclaringSyntaxReferences[0].GetSyntax()).SyntaxTree);
        new MethodLowering(this, model, function, constructor).LowerClassInitializer(syntax);
        type.Declaration.Initializer = function;
    }
}

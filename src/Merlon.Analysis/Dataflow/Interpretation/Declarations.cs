using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Dataflow.Rules;

namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>Holds rules about declarations, such as overrides that must not do nothing, against the functions that a program declares.</summary>
/// <param name="unreached">The blocks of functions that nothing runs: what stands there is not told.</param>
sealed class Declarations(Application application, IReadOnlyDictionary<Function, ImmutableArray<int>> unreached)
{
    /// <summary>All faults, in no particular order.</summary>
    public IEnumerable<Discovery> Judge() =>
        application.Rules.All.SelectMany(rule => rule.Functions.SelectMany(test => Judge(rule, test)))
            .Concat(JudgeConstructs())
            .Concat(application.Rules.All.Where(r => r.Routes is not null).SelectMany(r => new Routes(application, r).Judge()));

    IEnumerable<Discovery> Judge(Rule rule, FunctionTest test) =>
        from type in application.Program.Types.Values
        where IsA(type.Name, test.Type)
        from function in type.Functions
        where function.Name == test.Method && function is { HasBody: true, IsStatic: false } && Fails(function, test)
        select new Discovery(rule, function.Span, function, function.QualifiedName, null, null);

    IEnumerable<Discovery> JudgeConstructs()
    {
        var byName = application.Rules.All.SelectMany(rule => rule.Constructs.Select(name => (Rule: rule, Name: name))).ToLookup(r => r.Name, r => r.Rule);
        return from type in application.Program.Types.Values
               from seen in type.Functions.SelectMany(f => f.Constructs.Select(c => (Function: f, Construct: c))).Concat(type.Constructs.Select(c => (Function: OfType(type), Construct: c)))
               where !(seen.Construct.Block > 0 && unreached.TryGetValue(seen.Function, out var dead) && dead.Contains(seen.Construct.Block))
               from rule in byName[seen.Construct.Name]
               select new Discovery(rule, seen.Construct.Span, seen.Function, seen.Construct.Name, null, null);
    }

    /// <summary>Stands for what declares a type's members.</summary>
    static Function OfType(TypeDeclaration type) => new() { Name = Function.ClassInitializer, Owner = type.Name, Parameters = [], Span = type.Span };

    bool IsA(string type, string library) => type != library && application.Hierarchy.Ancestors(type).Any(a => application.Hierarchy.Canonical(a) == library);

    static bool Fails(Function function, FunctionTest test) =>
        test.Returns is null ? IsHarmless(function) : function.Blocks.All(b => b.Exit is not ReturnExit exit || exit.Slot >= 0 && AlwaysMatches(function, exit.Slot, test));

    /// <summary>Whether nothing in the function throws or calls what could.</summary>
    static bool IsHarmless(Function function) =>
        function.Blocks.All(b => b.Exit is not ThrowExit && !b.Instructions.Exists(i => i is CallInstruction));

    /// <summary>Whether all that is ever put into a slot are constants that match.</summary>
    static bool AlwaysMatches(Function function, int slot, FunctionTest test)
    {
        var writes = function.Blocks.SelectMany(b => b.Instructions).Where(i => i.Target == slot).ToList();
        return writes.Count > 0 && writes.TrueForAll(w => w is ConstantInstruction { Value: { } value } && test.Returns!.IsMatch(Arithmetic.TextOf(value)));
    }
}

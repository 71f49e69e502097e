using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Languages.Syntax;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.Java.Lowering;

sealed partial class MethodLowering
{
    /// <summary>A call that is a statement of its own: nobody looks at what it gives.</summary>
    SyntaxNode dropped;

    /// <summary>Texts never change: what these make is lost where nobody takes it.</summary>
    static readonly HashSet<string> MakesText = ["trim", "strip", "toUpperCase", "toLowerCase", "replace", "replaceAll", "replaceFirst", "concat", "substring"];

    List<Operand> LowerArguments(SyntaxNode list) => list.Named.ToList().ConvertAll(a => Lower(a));

    Operand LowerInvocation(SyntaxNode node)
    {
        var (target, name) = (node["object"], node["name"].Text);
        if (!target.Exists) return LowerUnqualified(node, name);
        if (target.Kind == "super" || target.Text.EndsWith(".super", StringComparison.Ordinal)) return LowerSuperCall(node, name);
        if (TypeNamed(target) is { } owner) return CallStatic(owner, name, LowerArguments(node["arguments"]), node);
        var receiver = Lower(target);
        return CallMethod(receiver, name, LowerArguments(node["arguments"]), node);
    }

    /// <summary>A method of this class, of one around it, or of a static import.</summary>
    Operand LowerUnqualified(SyntaxNode node, string name)
    {
        var arguments = LowerArguments(node["arguments"]);
        var self = thisSlot;
        for (var around = type; around is not null; around = around.Outer)
        {
            var candidates = world.FindMethods(around.Name, name, arguments.Count);
            if (candidates.Count > 0)
                return candidates[0].Function.IsStatic
                    ? CallStatic(around.Name, name, arguments, node)
                    : CallMethod(new Operand(self, JavaType.Of(around.Name)), name, arguments, node);
            self = around.IsInner && self >= 0 ? Outer(self, around, node) : Instruction.NoSlot;
        }
        if (file.StaticImports.TryGetValue(name, out var owner)) return CallStatic(owner, name, arguments, node);
        if (file.WholeStaticImports.Find(w => world.FindMethods(w, name, arguments.Count).Count > 0) is { } whole) return CallStatic(whole, name, arguments, node);
        return thisSlot >= 0 ? CallMethod(new Operand(thisSlot, JavaType.Of(type.Name)), name, arguments, node) : CallStatic(type.Name, name, arguments, node);
    }

    Operand LowerSuperCall(SyntaxNode node, string name)
    {
        var arguments = LowerArguments(node["arguments"]);
        foreach (var super in type.Declaration.Supertypes)
            if (Overloads(super, name, arguments) is { IsEmpty: false } candidates)
                return Call(new Callee(CallKind.Exact, super, name, candidates, candidates[0].ResultType), thisSlot, arguments, ResultOf(candidates[0]), node);
        var library = type.Declaration.Supertypes.FirstOrDefault() ?? "java.lang.Object";
        var result = world.LibraryResult(JavaType.Of(library), name, arguments.Count);
        return Call(new Callee(CallKind.Exact, library, name, [], result?.Erased), thisSlot, arguments, result, node);
    }

    Operand CallStatic(string owner, string name, List<Operand> arguments, SyntaxNode node)
    {
        var candidates = Overloads(owner, name, arguments);
        if (!candidates.IsEmpty)
            return Call(new Callee(CallKind.Exact, owner, name, candidates, candidates[0].ResultType), Instruction.NoSlot, arguments, ResultOf(candidates[0]), node);
        var result = world.LibraryResult(JavaType.Of(owner), name, arguments.Count);
        return Call(new Callee(CallKind.Exact, owner, name, [], result?.Erased), Instruction.NoSlot, arguments, result, node);
    }

    Operand CallMethod(Operand receiver, string name, List<Operand> arguments, SyntaxNode node)
    {
        if (receiver.Type is not { } of) return Call(new Callee(CallKind.Virtual, null, name, [], null), receiver.Slot, arguments, null, node);
        var candidates = Overloads(of.Erased, name, arguments);
        var result = candidates.IsEmpty ? world.LibraryResult(of, name, arguments.Count) : ResultOf(candidates[0]);
        var kind = candidates is [{ IsAbstract: true, HasBody: true }] ? CallKind.Exact : CallKind.Virtual;
        return Call(new Callee(kind, of.Erased, name, candidates, result?.Erased), receiver.Slot, arguments, result, node);
    }

    /// <summary>A call that the language makes, on behalf of a statement.</summary>
    Operand CallLibrary(string owner, string name, Operand? receiver, List<Operand> arguments, JavaType? result, SyntaxNode node)
    {
        var of = receiver?.Type is { } known && world.Ancestors(known.Erased).Contains(owner) ? known.Erased : owner;
        var kind = receiver is null ? CallKind.Exact : CallKind.Virtual;
        return Call(new Callee(kind, of, name, [], result?.Erased), receiver?.Slot ?? Instruction.NoSlot, arguments, result, node);
    }

    Operand Call(Callee callee, int receiver, List<Operand> arguments, JavaType? result, SyntaxNode node)
    {
        var slot = builder.NewSlot();
        var isDropped = dropped.Exists && node.Equals(dropped);
        if (isDropped && callee.Type == "java.lang.String" && MakesText.Contains(callee.Name)) method.Function.Constructs.Add(new Construct("result-ignored", SpanOf(node)));
        if (callee.Candidates is [{ IsNative: true }]) (callee, receiver) = (new Callee(CallKind.Exact, JavaFrontEnd.OperatorType, "native", [], callee.ResultType), Instruction.NoSlot);
        Emit(new CallInstruction(isDropped ? Instruction.NoSlot : slot, callee, receiver, [.. arguments.Select(a => a.Slot)], SpanOf(node)));
        return new Operand(slot, result);
    }

    JavaType? ResultOf(Function function) =>
        world.Find(function.Owner)?.MethodsNamed(function.Name).FirstOrDefault(m => ReferenceEquals(m.Function, function))?.Result;

    /// <summary>The application's methods that a call means: the best by argument types, all of them when none is better.</summary>
    ImmutableArray<Function> Overloads(string owner, string name, List<Operand> arguments)
    {
        var candidates = name == Function.Constructor
            ? world.Find(owner)?.MethodsNamed(name).Where(m => Takes(m, arguments.Count)).ToList() ?? []
            : world.FindMethods(owner, name, arguments.Count);
        if (candidates.Count < 2) return [.. candidates.Select(c => c.Function)];
        var scored = candidates.ConvertAll(c => (c.Function, Score: Score(c, arguments)));
        var best = scored.Max(s => s.Score);
        return [.. scored.Where(s => s.Score == best).Select(s => s.Function).Take(best > 0 ? 1 : 4)];
    }

    static bool Takes(JavaMethod candidate, int count) =>
        candidate.Parameters.Count == count || (candidate.Function.IsVariadic && count >= candidate.Parameters.Count - 1);

    /// <summary>How well arguments fit: more for the same type than for a subtype; below zero when one cannot fit.</summary>
    int Score(JavaMethod candidate, List<Operand> arguments)
    {
        var score = candidate.Parameters.Count == arguments.Count && !candidate.Function.IsVariadic ? 1 : 0;
        for (var i = 0; i < arguments.Count && i < candidate.Parameters.Count; i++)
        {
            if (arguments[i].Type is not { } given || candidate.Parameters[i] is not { } wanted) continue;
            if (given.Erased == wanted.Erased) score += 4;
            else if (given.Unboxed == wanted.Unboxed || world.IsSubtype(given.Erased, wanted.Erased)) score += 3;
            else if (given.IsNumeric && wanted.IsNumeric) score += 2;
            else if (given.IsPrimitive != wanted.IsPrimitive || (given.IsString && world.Find(wanted.Name) is not null)) score -= 20;
            else if (wanted.Name != "java.lang.Object" && world.IsType(given.Name) && world.IsType(wanted.Name)) score -= 10;
        }
        return score;
    }
}

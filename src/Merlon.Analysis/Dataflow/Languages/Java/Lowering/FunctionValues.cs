using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Languages.Syntax;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.Java.Lowering;

sealed partial class MethodLowering
{
    /// <summary>Static methods of libraries that are often named as functions; other names of types mean a method of the argument.</summary>
    static readonly HashSet<string> StaticByName =
        ["valueOf", "of", "parseInt", "parseLong", "parseDouble", "parseBoolean", "format", "isNull", "nonNull", "requireNonNull", "copyOf", "asList", "decode", "encode", "abs", "get", "escapeHtml4", "escapeHtml", "htmlEscape"];

    /// <summary>Classes of the platform whose methods take what they are about, but for these few.</summary>
    static readonly HashSet<string> StaticOwners = ["java.lang.Character", "java.lang.Math", "java.util.Objects", "java.util.Arrays", "java.util.Collections", "java.nio.file.Files"];

    static readonly HashSet<string> OfTheObject = ["charValue", "compareTo", "equals", "hashCode"];

    /// <summary>A lambda: a function whose first slots are the variables it captures, <c>this</c> among them.</summary>
    Operand LowerLambda(SyntaxNode node, JavaType? expected)
    {
        var captured = VisibleLocals(node);
        var parameters = LambdaParameters(node["parameters"], expected);
        captured.RemoveAll(c => parameters.Exists(p => p.Name == c.Name));
        var function = NewClosure([.. parameters.Select(p => new Parameter(p.Name, p.Type?.Erased, []))], SpanOf(node));
        var inner = new MethodLowering(frontEnd, type, new JavaMethod(function, node, null, []) { TypeParameters = method.TypeParameters }, hasThis: thisSlot >= 0);
        foreach (var (name, local) in captured) inner.Declare(name, local.Type);
        foreach (var (name, of) in parameters) inner.Declare(name, of);
        if (node["body"].Kind == "block") inner.LowerBody(node["body"]);
        else inner.ReturnValueOf(node["body"]);
        return MakeClosure(function, inner.builder, captured.ConvertAll(c => c.Local.Slot), expected, node);
    }

    void ReturnValueOf(SyntaxNode expression)
    {
        if (IsLogical(expression)) LowerLogicalReturn(expression, expression);
        else builder.Leave(new ReturnExit(Lower(expression).Slot, SpanOf(expression)));
    }

    List<(string Name, JavaType? Type)> LambdaParameters(SyntaxNode node, JavaType? expected)
    {
        if (node.Kind == "identifier") return [(node.Text, Handed(expected, 0))];
        var written = node.Named.ToList();
        return written.ConvertAll(p => p.Kind == "identifier"
            ? (p.Text, Handed(expected, written.IndexOf(p)))
            : (p["name"].Text, p["type"].Text == "var" ? null : frontEnd.Names.TypeOf(p["type"], file, type, method)));
    }

    /// <summary>The type of a parameter by the interface that the lambda becomes: one of the platform's, or of the application with a single method.</summary>
    JavaType? Handed(JavaType? expected, int index)
    {
        if (expected is not { Dimensions: 0 }) return null;
        var first = expected.Name switch
        {
            "java.util.function.Function" or "java.util.function.Consumer" or "java.util.function.Predicate" or "java.util.function.ToIntFunction" or "java.util.function.ToLongFunction" => index == 0,
            "java.util.function.BiFunction" or "java.util.function.BiConsumer" or "java.util.function.BiPredicate" => index < 2,
            "java.util.function.UnaryOperator" or "java.util.function.BinaryOperator" => true,
            _ => false,
        };
        if (first) return expected.Arguments.Length > 0 ? expected.Arguments[Math.Min(index, expected.Arguments.Length - 1)] : null;
        return world.Find(expected.Name) is { Declaration.IsInterface: true, TypeParameters.Count: 0 } own && own.Methods.FindAll(m => m.Function.IsAbstract) is [var only] && index < only.Parameters.Count ? only.Parameters[index] : null;
    }

    Function NewClosure(ImmutableArray<Parameter> parameters, Span span) => new()
    {
        Name = method.Function.Name + "$lambda",
        Owner = type.Name,
        Parameters = parameters,
        Span = span,
        IsClosure = true,
    };

    Operand MakeClosure(Function function, FunctionBuilder body, List<int> captured, JavaType? expected, SyntaxNode node)
    {
        if (thisSlot >= 0) captured.Insert(0, thisSlot);
        function.Captures = captured.Count;
        body.Finish(function);
        type.Declaration.Functions.Add(function);
        var slot = builder.NewSlot();
        Emit(new ClosureInstruction(slot, function, [.. captured], expected?.Erased, SpanOf(node)));
        return new Operand(slot, expected);
    }

    /// <summary>
    /// A method named as a function becomes a function that calls it: on the object before the colons, on its first argument, or on none
    /// when the method is static.
    /// </summary>
    Operand LowerMethodReference(SyntaxNode node, JavaType? expected)
    {
        var (target, name) = (node.FirstNamed, node.Named.ToList() is [_, .., var last] ? last.Text : "new");
        if (node.Text.EndsWith("::new", StringComparison.Ordinal)) name = "new";
        var owner = target.Kind is "this" or "super" ? null : TypeNamed(target) ?? (target.Kind == "array_type" ? target.Text : null);
        var bound = owner is null && target.Kind != "super" ? Lower(target) : (Operand?)null;
        var arity = Arity(owner, bound?.Type, name);
        var parameters = Enumerable.Range(0, arity).Select(i => new Parameter("p" + i, null, [])).ToImmutableArray();
        var function = NewClosure(parameters, SpanOf(node));
        var inner = new MethodLowering(frontEnd, type, new JavaMethod(function, node, null, []), hasThis: thisSlot >= 0);
        var captured = bound is { } value ? inner.Declare("$bound", value.Type) : (Local?)null;
        var arguments = parameters.Select(p => inner.Declare(p.Name, null)).Select(l => new Operand(l.Slot, null)).ToList();
        inner.ReturnReferenced(owner, captured, name, arguments, node);
        return MakeClosure(function, inner.builder, bound is { } b ? [b.Slot] : [], expected, node);
    }

    int Arity(string? owner, JavaType? bound, string name)
    {
        var named = name == "new" ? Function.Constructor : name;
        var methods = world.Ancestors(owner ?? bound?.Name ?? type.Name).SelectMany(a => world.Find(a)?.MethodsNamed(named) ?? []).ToList();
        if (methods.Count == 0) return 1;
        var first = methods[0];
        return first.Parameters.Count + (owner is not null && !first.Function.IsStatic && name != "new" ? 1 : 0);
    }

    void ReturnReferenced(string? owner, Local? bound, string name, List<Operand> arguments, SyntaxNode node)
    {
        var result = owner switch
        {
            null => CallMethod(bound is { } local ? new Operand(local.Slot, local.Type) : new Operand(thisSlot, JavaType.Of(type.Name)), name, arguments, node),
            _ when name == "new" => CreateFrom(owner, arguments, node),
            _ when IsStaticReference(owner, name, arguments.Count) => CallStatic(owner, name, arguments, node),
            _ => CallMethod(arguments[0] with { Type = JavaType.Of(owner) }, name, arguments[1..], node),
        };
        builder.Leave(new ReturnExit(result.Slot, SpanOf(node)));
    }

    bool IsStaticReference(string owner, string name, int arity)
    {
        if (arity == 0 || world.FindMethods(owner, name, arity).Exists(m => m.Function.IsStatic)) return true;
        return world.Find(owner) is null && (StaticByName.Contains(name) || StaticOwners.Contains(owner) && !OfTheObject.Contains(name));
    }

    Operand CreateFrom(string owner, List<Operand> arguments, SyntaxNode node)
    {
        var slot = builder.NewSlot();
        Emit(new AllocateInstruction(slot, owner, SpanOf(node)));
        EmitConstructorCall(owner, Overloads(owner, Function.Constructor, arguments), slot, [.. arguments.Select(a => a.Slot)], SpanOf(node));
        return new Operand(slot, JavaType.Of(owner));
    }
}

using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Languages.Syntax;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.Java.Lowering;

/// <summary>
/// Lowers the body of one function. The parts stand in files of their own: statements, control flow, exceptions, expressions, names,
/// calls, functions as values.
/// </summary>
sealed partial class MethodLowering
{
    readonly JavaFileFrontEnd frontEnd;
    readonly JavaWorld world;
    readonly JavaClass type;
    readonly JavaFile file;
    readonly FunctionBuilder builder = new();
    readonly List<Dictionary<string, Local>> scopes = [[]];
    readonly JavaMethod method;
    readonly int thisSlot = Instruction.NoSlot;

    /// <summary>Set by a pattern's variable, which may outlive the statement that it stands in: slots are not used again then.</summary>
    bool keepsSlots;

    MethodLowering(JavaFileFrontEnd frontEnd, JavaClass type, JavaMethod method, bool hasThis)
    {
        this.frontEnd = frontEnd;
        world = frontEnd.World;
        this.type = type;
        file = type.File;
        this.method = method;
        if (hasThis) thisSlot = builder.NewSlot("this");
    }

    /// <summary>Lowers a method or constructor of a class.</summary>
    public static void Lower(JavaFileFrontEnd frontEnd, JavaClass type, JavaMethod method)
    {
        var function = method.Function;
        if (function.IsAbstract) return;
        var lowering = new MethodLowering(frontEnd, type, method, hasThis: !function.IsStatic);
        lowering.DeclareParameters();
        if (function.Name == Function.Constructor) lowering.LowerConstructor();
        else if (method.Field is { } field) lowering.LowerAccessor(new FieldReference(type.Name, field, type.FieldTypes[field].Erased));
        else lowering.LowerBody(method.Node["body"]);
        lowering.builder.Finish(function);
    }

    /// <summary>Lowers initializers: of the class when <paramref name="isStatic"/>, else of its objects. Null when there is nothing to do.</summary>
    public static Function? LowerInitializers(JavaFileFrontEnd frontEnd, JavaClass type, bool isStatic)
    {
        var function = new Function
        {
            Name = isStatic ? Function.ClassInitializer : Function.InstanceInitializer,
            Owner = type.Name,
            Parameters = [],
            Span = type.Declaration.Span,
            IsStatic = isStatic,
        };
        var lowering = new MethodLowering(frontEnd, type, new JavaMethod(function, default, null, []), hasThis: !isStatic);
        if (isStatic) lowering.LowerEnumConstants();
        foreach (var member in JavaDeclarations.Members(type)) lowering.LowerInitializer(member, isStatic);
        if (!isStatic) lowering.InjectFields();
        lowering.builder.Finish(function);
        return function.Blocks is [{ Instructions.Count: 0 }] ? null : function;
    }

    Span SpanOf(SyntaxNode node) => file.SpanOf(node);

    void Emit(Instruction instruction) => builder.Emit(instruction);

    int Constant(object? value, SyntaxNode node)
    {
        var slot = builder.NewSlot();
        Emit(new ConstantInstruction(slot, value, SpanOf(node)));
        return slot;
    }

    Local Declare(string name, JavaType? declared)
    {
        var local = new Local(builder.NewSlot(name), declared);
        scopes[^1][name] = local;
        return local;
    }

    Local? FindLocal(string name)
    {
        for (var i = scopes.Count - 1; i >= 0; i--)
            if (scopes[i].TryGetValue(name, out var local)) return local;
        return null;
    }

    /// <summary>Runs an action in a scope of its own: its variables and temporaries are given up after it.</summary>
    void Scoped(Action action)
    {
        var top = builder.Top;
        scopes.Add([]);
        action();
        scopes.RemoveAt(scopes.Count - 1);
        if (!keepsSlots) builder.Top = top;
    }

    void DeclareParameters()
    {
        for (var i = 0; i < method.Parameters.Count; i++) Declare(method.Function.Parameters[i].Name, method.Parameters[i]);
        foreach (var parameter in method.Function.Parameters)
            if (InjectedSettings.Of(parameter) is { } setting && FindLocal(parameter.Name) is { } local)
                Emit(new CopyInstruction(local.Slot, Setting(setting, [local.Slot], method.Function.Span), parameter.Name, method.Function.Span));
    }

    void InjectFields()
    {
        foreach (var field in type.Declaration.Fields.Values)
            if (InjectedSettings.Of(type.Declaration, field) is { } setting)
                Emit(new WriteFieldInstruction(thisSlot, new FieldReference(type.Name, field.Name, field.Type), Setting(setting, InitialValue(field), type.Declaration.Span), type.Declaration.Span));
    }

    ImmutableArray<int> InitialValue(FieldDeclaration field)
    {
        if (!JavaDeclarations.Members(type).SelectMany(m => m.Named.ToList()).Any(d => d.Kind == "variable_declarator" && d["name"].Text == field.Name && d["value"].Exists)) return [];
        var slot = builder.NewSlot();
        Emit(new ReadFieldInstruction(slot, thisSlot, new FieldReference(type.Name, field.Name, field.Type), type.Declaration.Span));
        return [slot];
    }

    int Setting(string text, ImmutableArray<int> given, Span span)
    {
        var (key, slot) = (builder.NewSlot(), builder.NewSlot());
        Emit(new ConstantInstruction(key, text, span));
        Emit(new CallInstruction(slot, new Callee(CallKind.Exact, InjectedSettings.Owner, "fill", [], "java.lang.String"), Instruction.NoSlot, [key, .. given], span));
        return slot;
    }

    void LowerBody(SyntaxNode body)
    {
        foreach (var statement in body.Named) LowerStatement(statement);
    }

    void LowerAccessor(FieldReference field)
    {
        var span = type.Declaration.Span;
        if (method.Parameters.Count > 0)
        {
            Emit(new WriteFieldInstruction(thisSlot, field, FindLocal(method.Function.Parameters[0].Name)!.Value.Slot, span));
            return;
        }
        var result = builder.NewSlot();
        Emit(new ReadFieldInstruction(result, thisSlot, field, span));
        builder.Leave(new ReturnExit(result, span));
    }

    void LowerConstructor()
    {
        var body = method.Node.Exists ? method.Node["body"] : default;
        var statements = body.Named.ToList();
        var call = statements.Find(s => s.Kind == "explicit_constructor_invocation");
        if (call.Exists) LowerConstructorCall(call);
        else CallSuperConstructor();
        if (call["constructor"].Kind != "this") CallInstanceInitializer();
        foreach (var statement in statements)
            if (!statement.Equals(call)) LowerStatement(statement);
        if (!method.Node.Exists || method.Node.Kind == "compact_constructor_declaration") SetComponents();
    }

    void CallSuperConstructor()
    {
        if (type.Declaration.Supertypes is not [var super, ..] || world.Find(super) is null) return;
        var candidates = world.Find(super)!.MethodsNamed(Function.Constructor).Where(m => m.Parameters.Count == 0).Select(m => m.Function);
        EmitConstructorCall(super, [.. candidates], thisSlot, [], type.Declaration.Span);
    }

    void CallInstanceInitializer()
    {
        if (type.InstanceInitializer is not { } initializer) return;
        Emit(new CallInstruction(Instruction.NoSlot, new Callee(CallKind.Exact, type.Name, initializer.Name, [initializer], null), thisSlot, [], type.Declaration.Span));
    }

    void SetComponents()
    {
        foreach (var parameter in method.Function.Parameters)
            Emit(new WriteFieldInstruction(thisSlot, new FieldReference(type.Name, parameter.Name, parameter.Type), FindLocal(parameter.Name)!.Value.Slot, type.Declaration.Span));
    }

    void LowerConstructorCall(SyntaxNode call)
    {
        var target = call["constructor"].Kind == "this" ? type.Name : type.Declaration.Supertypes.FirstOrDefault();
        var arguments = LowerArguments(call["arguments"]);
        if (target is null) return;
        EmitConstructorCall(target, Overloads(target, Function.Constructor, arguments), thisSlot, [.. arguments.Select(a => a.Slot)], SpanOf(call));
    }

    void EmitConstructorCall(string of, ImmutableArray<Function> candidates, int receiver, ImmutableArray<int> arguments, Span span) =>
        Emit(new CallInstruction(Instruction.NoSlot, new Callee(CallKind.Exact, of, Function.Constructor, candidates, null), receiver, arguments, span));

    void LowerInitializer(SyntaxNode member, bool isStatic)
    {
        if (member.Kind == "static_initializer" && isStatic) Scoped(() => LowerStatement(member.FirstNamed));
        if (member.Kind == "block" && !isStatic) Scoped(() => LowerStatement(member));
        if (member.Kind is not ("field_declaration" or "constant_declaration")) return;
        foreach (var declarator in member.Named)
            if (declarator.Kind == "variable_declarator" && declarator["value"].Exists && type.FieldTypes.TryGetValue(declarator["name"].Text, out var declared))
                InitializeField(declarator, declared, isStatic);
    }

    void InitializeField(SyntaxNode declarator, JavaType declared, bool isStatic)
    {
        var name = declarator["name"].Text;
        if (type.Declaration.Fields[name].IsStatic != isStatic) return;
        Scoped(() =>
        {
            var value = LowerInitialValue(declarator["value"], declared);
            Emit(new WriteFieldInstruction(isStatic ? Instruction.NoSlot : thisSlot, new FieldReference(type.Name, name, declared.Erased), value.Slot, SpanOf(declarator)));
        });
    }

    void LowerEnumConstants()
    {
        foreach (var member in JavaDeclarations.Members(type))
        {
            if (member.Kind != "enum_constant") continue;
            Scoped(() =>
            {
                var name = member["name"].Text;
                var of = member["body"].Exists ? DeclareAnonymous(member["body"], JavaType.Of(type.Name)) : type;
                var created = Create(of.Name, member["arguments"], SpanOf(member), constructorOf: type.Name);
                Emit(new WriteFieldInstruction(created.Slot, new FieldReference(type.Name, "$name", "java.lang.String"), Constant(name, member), SpanOf(member)));
                Emit(new WriteFieldInstruction(Instruction.NoSlot, new FieldReference(type.Name, name, type.Name), created.Slot, SpanOf(member)));
            });
        }
    }
}

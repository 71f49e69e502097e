using Merlon.Analysis.Dataflow.Languages.Syntax;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.Java.Lowering;

sealed partial class MethodLowering
{
    Operand LowerCreation(SyntaxNode node)
    {
        var of = frontEnd.Names.TypeOf(node["type"], file, type, method) ?? JavaType.Object;
        var body = node.Child("class_body");
        if (!body.Exists) return Create(of.Name, node["arguments"], SpanOf(node), arguments: of);
        var anonymous = DeclareAnonymous(body, of);
        return Create(anonymous.Name, node["arguments"], SpanOf(node), constructorOf: of.Name) with { Type = JavaType.Of(anonymous.Name) };
    }

    /// <summary>Allocates an object, gives it its outer object and what it captures, and calls the constructor.</summary>
    /// <param name="constructorOf">For an anonymous class, the class whose constructor is named.</param>
    Operand Create(string of, SyntaxNode argumentList, Span span, string? constructorOf = null, JavaType? arguments = null)
    {
        var slot = builder.NewSlot();
        Emit(new AllocateInstruction(slot, of, span));
        if (world.Find(of) is { } created) Fill(slot, created, argumentList);
        var given = LowerArguments(argumentList);
        if (constructorOf is not null && constructorOf != of && world.Find(of) is { InstanceInitializer: { } initializer })
            Emit(new CallInstruction(Instruction.NoSlot, new Callee(CallKind.Exact, of, initializer.Name, [initializer], null), slot, [], span));
        var owner = constructorOf ?? of;
        EmitConstructorCall(owner, Overloads(owner, Function.Constructor, given), slot, [.. given.Select(a => a.Slot)], span);
        return new Operand(slot, arguments ?? JavaType.Of(of));
    }

    void Fill(int slot, JavaClass created, SyntaxNode node)
    {
        if (created.IsInner && OuterFor(created, node) is >= 0 and var outer)
            Emit(new WriteFieldInstruction(slot, new FieldReference(created.Name, JavaClass.OuterField, created.Outer!.Name), outer, created.Declaration.Span));
        foreach (var (name, captured) in created.Captured)
            if (LowerSimpleName(name, node) is { } value)
                Emit(new WriteFieldInstruction(slot, new FieldReference(created.Name, JavaClass.CapturedField(name), captured?.Erased), value.Slot, created.Declaration.Span));
    }

    /// <summary>This object, or the one around it that the class belongs to.</summary>
    int OuterFor(JavaClass created, SyntaxNode node)
    {
        var self = thisSlot;
        for (var around = type; around is not null && self >= 0; around = around.Outer)
        {
            if (around.Name == created.Outer!.Name || world.IsSubtype(around.Name, created.Outer.Name)) return self;
            self = around.IsInner ? Outer(self, around, node) : Instruction.NoSlot;
        }
        return Instruction.NoSlot;
    }

    JavaClass DeclareAnonymous(SyntaxNode body, JavaType super)
    {
        var created = frontEnd.Declarations.DeclareClass(body, file, type, $"{frontEnd.NameForAnonymous(type)}", isLocal: true);
        created.Declaration.Supertypes = [super.Name];
        Complete(created, body);
        return created;
    }

    void DeclareLocalClass(SyntaxNode node)
    {
        var name = $"{type.Name}.{node["name"].Text}";
        if (world.Find(name) is not null) name = $"{frontEnd.NameForAnonymous(type)}{node["name"].Text}";
        var created = frontEnd.Declarations.DeclareClass(node, file, type, name, isLocal: true);
        type.LocalTypes[node["name"].Text] = created.Name;
        frontEnd.Declarations.DeclareSupertypes(created);
        Complete(created, node);
    }

    void Complete(JavaClass created, SyntaxNode node)
    {
        foreach (var (name, local) in VisibleLocals(node)) created.Captured[name] = local.Type;
        foreach (var (name, captured) in type.Captured) created.Captured.TryAdd(name, captured);
        frontEnd.Declarations.DeclareMembers(created);
        frontEnd.LowerClass(created);
        foreach (var nested in created.MemberTypes.Values.Select(world.Find).OfType<JavaClass>())
        {
            frontEnd.Declarations.DeclareSupertypes(nested);
            Complete(nested, nested.Node);
        }
    }

    /// <summary>The local variables that are mentioned somewhere below a node.</summary>
    List<(string Name, Local Local)> VisibleLocals(SyntaxNode node)
    {
        var mentioned = new SortedSet<string>(StringComparer.Ordinal);
        Mentions(node, mentioned);
        var found = new List<(string, Local)>();
        foreach (var name in mentioned)
            if (FindLocal(name) is { } local) found.Add((name, local));
        return found;
    }

    static void Mentions(SyntaxNode node, SortedSet<string> names)
    {
        foreach (var child in node.Named)
            if (child.Kind == "identifier") names.Add(child.Text);
            else Mentions(child, names);
    }
}

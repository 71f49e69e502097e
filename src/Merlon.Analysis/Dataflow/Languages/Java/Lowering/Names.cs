using Merlon.Analysis.Dataflow.Languages.Syntax;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.Java.Lowering;

sealed partial class MethodLowering
{
    /// <summary>A name or a field access: variable, field, static field of a class named before the dot, length of an array.</summary>
    Operand LowerName(SyntaxNode node)
    {
        if (node.Kind == "identifier") return LowerSimpleName(node.Text, node) ?? Unresolved(node);
        var (target, name) = (node["object"], node["field"].Text);
        if (name == "this") return OuterThis(TypeNamed(target) ?? target.Text, node);
        if (target.Kind == "super") return ReadField(new Operand(thisSlot, JavaType.Of(type.Name)), name, node);
        if (TypeNamed(target) is { } named) return ReadStatic(named, name, node);
        return ReadField(Lower(target), name, node);
    }

    Operand Unresolved(SyntaxNode node)
    {
        foreach (var whole in file.WholeStaticImports)
            if (world.FindLibraryField(whole, node.Text) is not null) return ReadStatic(whole, node.Text, node);
        var slot = builder.NewSlot();
        Emit(new UnknownInstruction(slot, [], SpanOf(node)));
        return new Operand(slot, null);
    }

    Operand? LowerSimpleName(string name, SyntaxNode node)
    {
        if (FindLocal(name) is { } local) return new Operand(local.Slot, local.Type);
        var self = thisSlot;
        for (var around = type; around is not null; around = around.Outer)
        {
            if (around.Captured.TryGetValue(name, out var captured) && self >= 0)
                return Read(self, new FieldReference(around.Name, JavaClass.CapturedField(name), captured?.Erased), captured, node);
            if (world.FindField(around.Name, name) is { } field)
                return Read(field.IsStatic ? Instruction.NoSlot : self, new FieldReference(field.Owner.Name, name, field.Type.Erased), field.Type, node);
            self = around.IsInner && self >= 0 ? Outer(self, around, node) : Instruction.NoSlot;
        }
        if (file.StaticImports.TryGetValue(name, out var owner)) return ReadStatic(owner, name, node);
        return file.WholeStaticImports.Find(w => world.FindField(w, name) is not null) is { } whole ? ReadStatic(whole, name, node) : null;
    }

    Operand Read(int target, FieldReference field, JavaType? of, SyntaxNode node)
    {
        var slot = builder.NewSlot();
        Emit(new ReadFieldInstruction(slot, target, field, SpanOf(node)));
        return new Operand(slot, of);
    }

    /// <summary>The slot of the object around an inner one.</summary>
    int Outer(int self, JavaClass inner, SyntaxNode node) =>
        Read(self, new FieldReference(inner.Name, JavaClass.OuterField, inner.Outer!.Name), null, node).Slot;

    /// <summary><c>Outer.this</c>.</summary>
    Operand OuterThis(string of, SyntaxNode node)
    {
        var self = thisSlot;
        for (var around = type; around is not null && around.Name != of && self >= 0; around = around.Outer!)
            self = around.IsInner ? Outer(self, around, node) : Instruction.NoSlot;
        return new Operand(self, JavaType.Of(of));
    }

    Operand ReadStatic(string owner, string name, SyntaxNode node)
    {
        if (name == "length" && FindLocal(owner) is not null) return Unresolved(node);
        if (world.FindField(owner, name) is { } field) return Read(Instruction.NoSlot, new FieldReference(field.Owner.Name, name, field.Type.Erased), field.Type, node);
        var known = world.FindLibraryField(owner, name);
        return Read(Instruction.NoSlot, new FieldReference(owner, name, known?.Erased), known, node);
    }

    Operand ReadField(Operand target, string name, SyntaxNode node)
    {
        if (name == "length" && (target.Type is null or { Dimensions: > 0 }))
        {
            var length = builder.NewSlot();
            Emit(new UnaryInstruction(length, Operator.Length, target.Slot, SpanOf(node)));
            return new Operand(length, JavaType.Int);
        }
        var found = target.Type is { } of ? world.FindField(of.Name, name) : null;
        var field = new FieldReference(found?.Owner.Name ?? target.Type?.Erased, name, found?.Type.Erased);
        return Read(found?.IsStatic == true ? Instruction.NoSlot : target.Slot, field, found?.Type, node);
    }

    /// <summary>
    /// The type that a name or dotted name stands for where an object could stand too; null when it is a variable or field. A dotted name
    /// of unknown packages counts as a type from its first part that starts with a capital.
    /// </summary>
    string? TypeNamed(SyntaxNode node)
    {
        if (node.Kind is not ("identifier" or "field_access" or "scoped_identifier" or "type_identifier" or "scoped_type_identifier" or "generic_type")) return null;
        if (node.Kind == "field_access" && node["object"].Kind is not ("identifier" or "field_access")) return null;
        var text = string.Concat(node.Text.Where(c => !char.IsWhiteSpace(c)));
        var first = text.Split('.')[0];
        if (IsVariable(first)) return null;
        if (text == first) return frontEnd.Names.Simple(text, file, type) ?? (char.IsUpper(text[0]) ? text : null);
        var resolved = frontEnd.Names.Resolve(text, file, type);
        if (world.IsType(resolved)) return resolved;
        return char.IsUpper(LastPart(text)[0]) && !IsField(text) ? resolved : null;
    }

    static string LastPart(string text) => text[(text.LastIndexOf('.') + 1)..] is { Length: > 0 } last ? last : text;

    /// <summary>Whether all but the last part is a type that has the last as a field, or an upper-case constant of some type.</summary>
    bool IsField(string text)
    {
        var (owner, name) = (text[..text.LastIndexOf('.')], LastPart(text));
        var resolved = frontEnd.Names.Resolve(owner, file, type);
        return world.FindField(resolved, name) is not null || world.FindLibraryField(resolved, name) is not null
            || (char.IsUpper(LastPart(owner)[0]) && name.All(c => char.IsUpper(c) || c == '_' || char.IsDigit(c)));
    }

    bool IsVariable(string name)
    {
        if (FindLocal(name) is not null) return true;
        for (var around = type; around is not null; around = around.Outer)
            if (around.Captured.ContainsKey(name) || world.FindField(around.Name, name) is not null) return true;
        return false;
    }
}

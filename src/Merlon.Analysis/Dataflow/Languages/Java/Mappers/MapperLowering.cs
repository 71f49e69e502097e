using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.Java.Mappers;

/// <summary>
/// Gives the methods of a MyBatis mapper a body: a call of <c>MappedStatement.substitute</c> for each parameter that goes into the command as it
/// is, at the place in the command. A command that a provider makes is what the provider's method returns. Rules see that call; what the command
/// gives is not known.
/// </summary>
sealed class MapperLowering(JavaWorld world, JavaNames names, MappedCommands commands)
{
    /// <summary>The type under which rules know the commands of mappers.</summary>
    public const string CommandType = "org.apache.ibatis.mapping.MappedStatement";

    static readonly HashSet<string> Annotations = ["Select", "Insert", "Update", "Delete"];

    public void Lower(JavaClass type)
    {
        if (!type.Declaration.IsInterface) return;
        foreach (var method in type.Methods)
            if (!method.Function.IsAbstract) continue;
            else if (SubstitutionsOf(type, method) is { Count: > 0 } substitutions) GiveBody(method.Function, (builder, function) => EmitSubstitutions(builder, function, substitutions));
            else if (ProviderOf(type, method) is { } provider) GiveBody(method.Function, (builder, function) => EmitProvided(builder, function, provider));
    }

    List<Substitution> SubstitutionsOf(JavaClass type, JavaMethod method)
    {
        List<Substitution> found = [.. commands.Of(type.Name, method.Function.Name)];
        foreach (var annotation in method.Node.Child("modifiers").Named)
            if (annotation.Kind == "annotation" && Annotations.Contains(annotation["name"].Text) && annotation.Text.Contains("${", StringComparison.Ordinal))
                found.AddRange(MappedCommands.In(type.File.Source, annotation.Start, annotation.End));
        return found;
    }

    /// <summary>The method that an annotation such as <c>@SelectProvider(type = UserCommands.class, method = "byName")</c> names.</summary>
    JavaMethod? ProviderOf(JavaClass type, JavaMethod method)
    {
        foreach (var annotation in Modifiers.Annotations(method.Node, name => name))
            if (annotation.Name.EndsWith("Provider", StringComparison.Ordinal) && (annotation.Arguments.GetValueOrDefault("type") ?? annotation.Arguments.GetValueOrDefault("value")) is { } written)
                return world.Find(names.Resolve(written.Replace(".class", "", StringComparison.Ordinal), type.File, type))?.MethodsNamed(annotation.Arguments.GetValueOrDefault("method") ?? method.Function.Name) is [var first, ..] ? first : null;
        return null;
    }

    static void GiveBody(Function function, Action<FunctionBuilder, Function> emit)
    {
        var builder = new FunctionBuilder();
        builder.NewSlot("this");
        foreach (var parameter in function.Parameters) builder.NewSlot(parameter.Name);
        emit(builder, function);
        var result = builder.NewSlot();
        builder.Emit(new UnknownInstruction(result, [], function.Span));
        builder.Leave(new ReturnExit(result, function.Span));
        builder.Finish(function);
    }

    static void EmitSubstitutions(FunctionBuilder builder, Function function, List<Substitution> substitutions)
    {
        foreach (var (name, span) in substitutions)
            if (SlotOf(function, name) is { } slot) EmitCommand(builder, slot, span);
    }

    /// <summary>The provider is called with the mapper's own arguments, or with something that holds them all.</summary>
    static void EmitProvided(FunctionBuilder builder, Function function, JavaMethod provider)
    {
        var (self, command, whole) = (Instruction.NoSlot, builder.NewSlot(), builder.NewSlot());
        ImmutableArray<int> own = [.. Enumerable.Range(function.Offset, function.Parameters.Length)];
        builder.Emit(new UnknownInstruction(whole, own, function.Span));
        if (!provider.Function.IsStatic) builder.Emit(new AllocateInstruction(self = builder.NewSlot(), provider.Function.Owner, function.Span));
        var handed = provider.Function.Parameters.Select(p => own.Length == provider.Parameters.Count && p.Type != "java.util.Map" ? SlotOf(function, NameOf(p)) ?? whole : whole);
        builder.Emit(new CallInstruction(command, new Callee(CallKind.Exact, provider.Function.Owner, provider.Function.Name, [provider.Function], "java.lang.String"), self, [.. handed], function.Span));
        EmitCommand(builder, command, function.Span);
    }

    static void EmitCommand(FunctionBuilder builder, int slot, Span span) =>
        builder.Emit(new CallInstruction(Instruction.NoSlot, new Callee(CallKind.Exact, CommandType, "substitute", [], null), Instruction.NoSlot, [slot], span));

    /// <summary>The parameter of that name, by <c>@Param</c> or its own; of <c>a.b</c> the one named a; the only one, where none is.</summary>
    static int? SlotOf(Function function, string name)
    {
        var first = name.Split('.', ',', '[')[0].Trim();
        var index = function.Parameters.ToList().FindIndex(p => NameOf(p) == first);
        if (index < 0 && function.Parameters.Length == 1) index = 0;
        return index < 0 ? null : function.Offset + index;
    }

    static string NameOf(Parameter parameter) =>
        parameter.Annotations.FirstOrDefault(a => a.Name == "Param" || a.Name.EndsWith(".Param", StringComparison.Ordinal))?.Arguments.GetValueOrDefault("value") ?? parameter.Name;
}

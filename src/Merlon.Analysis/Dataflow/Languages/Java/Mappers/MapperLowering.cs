using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.Java.Mappers;

/// <summary>
/// Gives the methods of a MyBatis mapper a body: a call of <c>MappedStatement.substitute</c> for each parameter that goes into the command as it
/// is, at the place in the command. Rules see that call; what the command gives is not known.
/// </summary>
static class MapperLowering
{
    /// <summary>The type under which rules know the commands of mappers.</summary>
    public const string CommandType = "org.apache.ibatis.mapping.MappedStatement";

    static readonly HashSet<string> Annotations = ["Select", "Insert", "Update", "Delete"];

    public static void Lower(JavaClass type, MappedCommands commands)
    {
        if (!type.Declaration.IsInterface) return;
        foreach (var method in type.Methods)
            if (method.Function is { IsAbstract: true } function && SubstitutionsOf(type, method, commands) is { Count: > 0 } substitutions) GiveBody(function, substitutions);
    }

    static List<Substitution> SubstitutionsOf(JavaClass type, JavaMethod method, MappedCommands commands)
    {
        List<Substitution> found = [.. commands.Of(type.Name, method.Function.Name)];
        foreach (var annotation in method.Node.Child("modifiers").Named)
            if (annotation.Kind == "annotation" && Annotations.Contains(annotation["name"].Text) && annotation.Text.Contains("${", StringComparison.Ordinal))
                found.AddRange(MappedCommands.In(type.File.Source, annotation.Start, annotation.End));
        return found;
    }

    static void GiveBody(Function function, List<Substitution> substitutions)
    {
        var builder = new FunctionBuilder();
        builder.NewSlot("this");
        foreach (var parameter in function.Parameters) builder.NewSlot(parameter.Name);
        foreach (var (name, span) in substitutions)
            if (SlotOf(function, name) is { } slot)
                builder.Emit(new CallInstruction(Instruction.NoSlot, new Callee(CallKind.Exact, CommandType, "substitute", [], null), Instruction.NoSlot, [slot], span));
        var result = builder.NewSlot();
        builder.Emit(new UnknownInstruction(result, [], function.Span));
        builder.Leave(new ReturnExit(result, function.Span));
        builder.Finish(function);
    }

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

using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>
/// Which fields are written outside the initializers and constructors of their own type. All others keep what those gave them, final or
/// not.
/// </summary>
sealed class FieldWrites
{
    readonly HashSet<(string? Owner, string Name)> written;

    FieldWrites(IEnumerable<(string?, string)> written) => this.written = [.. written];

    public bool MayChange(string owner, string field) => written.Contains((owner, field)) || written.Contains((null, field));

    public static FieldWrites In(Program program) => new(
        from type in program.Types.Values
        from function in Functions(type)
        from write in function.Outline.Mentions.OfType<FieldMention>()
        where write.Kind == FieldMentionKind.Write && !IsInitialization(function, write.Owner)
        select (write.Owner, write.Name));

    static IEnumerable<Function> Functions(TypeDeclaration type) =>
        type.Initializer is null ? type.Functions : type.Functions.Append(type.Initializer);

    static bool IsInitialization(Function function, string? owner) =>
        function.Name is Function.Constructor or Function.ClassInitializer or Function.InstanceInitializer && owner == function.Owner;
}

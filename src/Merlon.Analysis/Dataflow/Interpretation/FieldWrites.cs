using System.Collections.Frozen;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>
/// Which fields are written outside the initializers and constructors of their own type. All others keep what those gave them, final or
/// not.
/// </summary>
sealed class FieldWrites
{
    readonly FrozenSet<(string? Owner, string Name)> written;

    FieldWrites(IEnumerable<(string?, string)> written) => this.written = written.ToFrozenSet();

    public bool MayChange(string owner, string field) => written.Contains((owner, field)) || written.Contains((null, field));

    public static FieldWrites In(Program program) => new(
        from type in program.Types.Values
        from function in Functions(type)
        from block in function.Blocks
        from write in block.Instructions.OfType<WriteFieldInstruction>()
        where !IsInitialization(function, write.Field)
        select (write.Field.Owner, write.Field.Name));

    static IEnumerable<Function> Functions(TypeDeclaration type) =>
        type.Initializer is null ? type.Functions : type.Functions.Append(type.Initializer);

    static bool IsInitialization(Function function, FieldReference field) =>
        function.Name is Function.Constructor or Function.ClassInitializer or Function.InstanceInitializer && field.Owner == function.Owner;
}

namespace Merlon.Analysis.Dataflow.Programs.Kept;

/// <summary>
/// How files speak of the functions and types of other files: types by their names, functions by their type and a number that stands for the
/// same function in the next scan. Asked from several threads at once.
/// </summary>
interface IOuterNames
{
    /// <summary>Null when nothing of that kind is declared by a type that goes by its name.</summary>
    (string Type, int Number)? Of(Function function);

    Function? Find(string type, int number);

    /// <summary>The type that stands at a place.</summary>
    string? TypeAt(Span place);

    Span? PlaceOf(string type);
}

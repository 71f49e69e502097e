namespace Merlon.Analysis.Dataflow.Programs.Kept;

/// <summary>
/// How files speak of the functions and types of other files: types by their names, functions by their type and their number among those that
/// it declares. Filled before files are read side by side.
/// </summary>
sealed class OuterNames : IOuterNames
{
    readonly Dictionary<Function, (string Type, int Number)> names = [];
    readonly Dictionary<string, IReadOnlyList<Function>> functions = [];
    readonly Dictionary<string, Span> places = [];
    readonly Dictionary<Span, string> types = [];

    public void Add(TypeDeclaration type, IReadOnlyList<Function> declared)
    {
        if (!functions.TryAdd(type.Name, declared)) return;
        for (var i = 0; i < declared.Count; i++) names[declared[i]] = (type.Name, i);
        places[type.Name] = type.Span;
        types[type.Span] = type.Name;
    }

    public (string Type, int Number)? Of(Function function) => names.TryGetValue(function, out var name) ? name : null;

    public Function? Find(string type, int number) => functions.TryGetValue(type, out var declared) && number >= 0 && number < declared.Count ? declared[number] : null;

    public string? TypeAt(Span place) => types.GetValueOrDefault(place);

    public Span? PlaceOf(string type) => places.TryGetValue(type, out var place) ? place : null;
}

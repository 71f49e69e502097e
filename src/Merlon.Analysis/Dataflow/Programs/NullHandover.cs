namespace Merlon.Analysis.Dataflow.Programs;

/// <summary>
/// Where results that may be null go from the function that got them: into parameters of functions that only one call names, and into fields that
/// only one assignment sets. With several callers, or several assignments, whoever reads may rely on what this one does not do.
/// </summary>
sealed class NullHandover
{
    public static readonly NullHandover None = new([]);

    readonly Dictionary<Function, int> calls = [];
    readonly Dictionary<(string?, string), int> writes = [];
    readonly Dictionary<Function, SortedSet<int>> parameters = [];
    readonly HashSet<(string?, string)> fields = [];
    readonly Dictionary<(string?, string), List<Function>> readers = [];
    readonly HashSet<Function> pending = [];

    public NullHandover(IEnumerable<Function> functions)
    {
        foreach (var function in functions)
            foreach (var mention in function.Outline.Mentions)
                switch (mention)
                {
                    case CallMention call:
                        foreach (var callee in call.Callee.Candidates) calls[callee] = calls.GetValueOrDefault(callee) + 1;
                        break;
                    case FieldMention { Kind: FieldMentionKind.Write } write:
                        writes[KeyOf(write)] = writes.GetValueOrDefault(KeyOf(write)) + 1;
                        break;
                    case FieldMention read:
                        if (!readers.TryGetValue(KeyOf(read), out var known)) readers[KeyOf(read)] = known = [];
                        if (known is not [.., var last] || last != function) known.Add(function);
                        break;
                }
    }

    public IEnumerable<int> ParametersOf(Function function) => parameters.TryGetValue(function, out var found) ? found : [];

    public bool Holds(FieldReference field) => fields.Contains(KeyOf(field));

    public void Pass(CallInstruction call, int argument)
    {
        if (call.Callee.Candidates is not [var callee] || argument >= callee.Parameters.Length || calls.GetValueOrDefault(callee) != 1) return;
        if (!parameters.TryGetValue(callee, out var found)) parameters[callee] = found = [];
        if (found.Add(argument)) pending.Add(callee);
    }

    public void Keep(FieldReference field)
    {
        if (writes.GetValueOrDefault(KeyOf(field)) == 1 && fields.Add(KeyOf(field))) pending.UnionWith(readers.GetValueOrDefault(KeyOf(field)) ?? []);
    }

    /// <summary>The functions that more arrives in since this was last asked.</summary>
    public List<Function> TakePending()
    {
        List<Function> taken = [.. pending];
        pending.Clear();
        return taken;
    }

    static (string?, string) KeyOf(FieldReference field) => (field.Owner, field.Name);

    static (string?, string) KeyOf(FieldMention field) => (field.Owner, field.Name);
}

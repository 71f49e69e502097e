using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation.Summaries;

/// <summary>
/// What the calls of a program hand to each function, as far as the program's text tells: how many calls there are, and which constants stand
/// in them or are passed on through parameters of their callers. It decides how closely summaries look, so that a function that is handed many
/// different things has few; as it follows from the program alone, it does not matter who asks first.
/// </summary>
sealed class CallSites
{
    /// <summary>Not more different constants than this are counted.</summary>
    const int Most = 17;

    readonly Dictionary<Function, int> counts = [];
    readonly Dictionary<(Function Function, int Parameter), HashSet<object>> constants = [];
    readonly Dictionary<(Function Function, int Parameter), List<(Function Function, int Parameter)>> passedOn = [];

    /// <summary>How many calls can lead to a function.</summary>
    public int CountOf(Function function) => counts.GetValueOrDefault(function);

    /// <summary>How many different constants are handed to a parameter, truth values and null apart; at most 17.</summary>
    public int ConstantsOf(Function function, int parameter) => constants.TryGetValue((function, parameter), out var known) ? known.Count : 0;

    /// <summary>Notes a call that can lead to a function.</summary>
    public void Note(Function caller, CallMention call, Function callee)
    {
        counts[callee] = CountOf(callee) + 1;
        var most = callee.IsVariadic ? callee.Parameters.Length - 1 : callee.Parameters.Length;
        foreach (var (argument, constant, parameter) in call.Handed)
        {
            if (argument >= most) break;
            if (constant is not null) Add((callee, argument), constant);
            else Link((caller, parameter), (callee, argument));
        }
    }

    /// <summary>Lets constants follow where parameters are passed on.</summary>
    public void Propagate()
    {
        var open = new Stack<(Function, int)>(constants.Keys);
        while (open.TryPop(out var from))
            foreach (var to in passedOn.GetValueOrDefault(from) ?? [])
            {
                var isChanged = false;
                foreach (var item in constants[from].ToList()) isChanged |= Add(to, item);
                if (isChanged) open.Push(to);
            }
        passedOn.Clear();
    }

    void Link((Function, int) from, (Function, int) to)
    {
        if (!passedOn.TryGetValue(from, out var list)) passedOn[from] = list = [];
        list.Add(to);
    }

    bool Add((Function, int) parameter, object constant)
    {
        if (!constants.TryGetValue(parameter, out var known)) constants[parameter] = known = [];
        return known.Count < Most && known.Add(constant);
    }
}

using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>
/// Pages that a framework writes after a handler of requests: the handler returns the page's name, as a text or in an object that holds it
/// under <c>view</c>, and has left the page's data among the attributes of the request.
/// </summary>
sealed class Views(Machine machine)
{
    /// <summary>What frameworks add to names of pages, in the order of trying.</summary>
    static readonly string[] Endings = [".html", ".jsp", ""];

    /// <summary>Writes what the handler names.</summary>
    public void ShowAfter(Function handler, Completion completion)
    {
        if (completion is not { Result: { } result, State: { } state }) return;
        foreach (var name in NamesIn(result, state).Distinct())
            if (Find(name, handler) is { } page) Show(page, state);
    }

    static IEnumerable<string> NamesIn(Value result, State state) =>
        result.Constants.OfType<string>().Concat(result.Objects.Select(o => state.Heap[o]?.Find("view")?.SingleText).OfType<string>());

    Function? Find(string name, Function handler) =>
        Endings.Select(ending => machine.Application.Program.Pages.Find($"/{name.TrimStart('/')}{ending}", handler.Span.File.Path)).FirstOrDefault(p => p is not null);

    void Show(Function page, State state)
    {
        machine.Weigh(page);
        var self = machine.Allocate(state, machine.Root, page, HeapObject.Opaque(page.Owner, Labels.None));
        machine.Invoke(page, [self, .. page.Parameters.Select(p => Value.Open(p.Type))], state, null, machine.Root.Enter(page, 0));
    }
}

using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>
/// Pages that a framework writes after a handler of requests: the handler returns the page's name, as a text or in an object that holds it
/// under <c>view</c>, and has left the page's data among the attributes of the request, in that object under <c>model</c>, or in itself.
/// </summary>
sealed class Views(Machine machine)
{
    /// <summary>Writes what the handler names, or the page that has the handler's own object as its model.</summary>
    public void ShowAfter(Function handler, Value self, Completion completion)
    {
        if (completion is not { State: { } state }) return;
        foreach (var function in machine.Application.Program.Pages.Values.Where(p => p.Parameters is [var model] && model.Type == handler.Owner)) Show(function, [self], state);
        if (completion.Result is not { } result) return;
        foreach (var name in result.Constants.OfType<string>().Distinct())
            if (Find(name, handler) is { } page) Show(page, [], state);
        foreach (var number in result.Objects)
            if (state.Heap[number] is { } shown && shown.Find("view")?.SingleText is { } name && Find(name, handler) is { } page)
                Show(page, shown.Find("model") is { } model ? [model] : [], state);
    }

    Function? Find(string name, Function handler) =>
        machine.Application.Program.PathsOfView(name, handler).Select(path => machine.Application.Program.Pages.Find(path, handler.Span.File.Path)).FirstOrDefault(p => p is not null);

    void Show(Function page, ImmutableArray<Value> given, State state)
    {
        machine.Weigh(page);
        var self = machine.Allocate(state, machine.Root, page, HeapObject.Opaque(page.Owner, Labels.None));
        machine.Invoke(page, [self, .. page.Parameters.Select((p, i) => i < given.Length ? given[i] : Value.Open(p.Type))], state, null, machine.Root.Enter(page, 0));
    }
}

using System.Collections.Concurrent;
using Merlon.Analysis.Dataflow.Interpretation.Summaries;
using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Dataflow.Rules;

namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>What can happen in a function and in all that it calls.</summary>
[Flags]
enum Effects
{
    None = 0,

    /// <summary>Data from outside may enter.</summary>
    Source = 1,

    /// <summary>There is a place that tainted data must not reach.</summary>
    Sink = 2,

    /// <summary>There is a call that rules judge by its arguments alone, or one that changes what such a rule asks for.</summary>
    Setting = 4,

    /// <summary>A call may lead anywhere.</summary>
    Open = 8,

    /// <summary>An operator in the function itself can fail by what the program says alone; callers only take this over of small functions and of functions that are values.</summary>
    Operator = 16,

    /// <summary>A rule or a model looks at which constant a call is handed.</summary>
    Constants = 32,

    /// <summary>Something is divided by what is no constant of the function itself, or a number that may not be negative is made smaller.</summary>
    Division = 64,
}

/// <summary>
/// Says what following a call could show, from the call graph alone, so that the interpreter spends its steps where findings can be. Taint
/// only comes from sources: a large function without any, called with clean data, can neither show nor make a flow.
/// </summary>
sealed class Reach
{
    /// <summary>Functions that hold this many instructions at most, callees included, are always followed: they make the constants.</summary>
    const int Small = 400;

    /// <summary>To follow so many instructions is less work than to write down what they are handed.</summary>
    const int Short = 50;

    /// <summary>What functions of this size, callees included, give back is a part of their callers' own doing.</summary>
    const int OwnDoing = 100;

    readonly Application application;
    readonly CallGraph graph;
    readonly Effects[] effects;
    readonly int[] sizes;
    readonly int[] ranks;
    readonly Detail[] details;

    // Most calls are of a few methods of libraries.
    readonly ConcurrentDictionary<CallKey, Effects> known = new();

    public Reach(Application application, int jobs)
    {
        this.application = application;
        graph = new CallGraph(application.Program, application.Hierarchy, jobs);
        var functions = graph.Functions;
        var sites = jobs == 1 ? null : new WorkBeside<CallSites>(graph.Sites);
        (effects, sizes, ranks) = (new Effects[functions.Count], new int[functions.Count], new int[functions.Count]);
        DeepThreads.Each(functions.Count, jobs, i => (effects[i], sizes[i]) = (OwnEffects(functions[i]), OwnSize(i)), CancellationToken.None);
        known.Clear();
        application.Nulls.Learn(functions);
        for (var i = 0; i < effects.Length; i++)
        {
            foreach (var callee in graph.CalleesOf(i))
                if (application.Nulls.Gives(functions[callee])) effects[i] |= Effects.Operator;
            if (graph.IsOpenEnded(i)) effects[i] |= Effects.Open;
        }
        Propagate();
        var handed = sites?.Result ?? graph.Sites();
        details = [.. functions.Select((f, i) => Detail.Of(f, handed, (effects[i] & Effects.Constants) != 0))];
    }

    /// <summary>Every function with a body, closures and initializers included.</summary>
    public IReadOnlyList<Function> Functions => graph.Functions;

    public Effects Of(Function function) => graph.NumberOf(function) is >= 0 and var number ? effects[number] : Effects.None;

    /// <summary>Whether a call with clean arguments must be followed all the same.</summary>
    public bool MattersAlone(Function function) =>
        graph.NumberOf(function) is not (>= 0 and var number) || (effects[number] & (Effects.Source | Effects.Setting)) != 0 || sizes[number] <= Small;

    /// <summary>Whether following a call is no more work than to look up what it does.</summary>
    public bool IsShort(Function function) => graph.NumberOf(function) is not (>= 0 and var number) || sizes[number] <= Short;

    /// <summary>How closely a summary of a function looks at what it is handed.</summary>
    public Detail DetailOf(Function function) => graph.NumberOf(function) is >= 0 and var number ? details[number] : default;

    /// <summary>Functions that another one leads to have lower numbers than it, but for calls that go round in a circle.</summary>
    public int RankOf(Function function) => graph.NumberOf(function) is >= 0 and var number ? ranks[number] : int.MaxValue;

    /// <summary>
    /// Callers take over what their callees hold and can do, until nothing changes. What is taken over of a function depends on how large it
    /// is in the end, so sizes come first: no order of the program may change the answer.
    /// </summary>
    void Propagate()
    {
        var order = new FixedPoint(graph);
        order.Run(UpdateSize);
        order.Run(UpdateEffects);
        for (var i = 0; i < ranks.Length; i++) ranks[order.CalleesFirst[i]] = i;
    }

    bool UpdateSize(int function)
    {
        var before = sizes[function];
        if (before > Small) return false;
        var size = OwnSize(function);
        foreach (var callee in graph.CalleesOf(function))
            if ((size += sizes[callee]) > Small) break;
        sizes[function] = Math.Min(Small + 1, size);
        return sizes[function] > before;
    }

    bool UpdateEffects(int function)
    {
        var found = effects[function];
        foreach (var callee in graph.CalleesOf(function))
            found |= graph.Functions[callee].IsClosure || sizes[callee] <= OwnDoing ? effects[callee] : effects[callee] & ~Effects.Operator;
        if (found == effects[function]) return false;
        effects[function] = found;
        return true;
    }

    int OwnSize(int function) => Math.Min(Small + 1, graph.Functions[function].Outline.Size);

    /// <summary>Whether a zero goes from a function to where it may be no operand.</summary>
    public bool HandsOutZero(Function function) => (Of(function) & Effects.Division) != 0 && function.Outline.Marks.HasFlag(CodeMarks.HandsOnZero);

    Effects OwnEffects(Function function)
    {
        var found = application.Rules.OnReturnOf(function, application.Hierarchy).Any() ? Effects.Sink : Effects.None;
        var (areOperatorsJudged, outline) = (application.Hierarchy.OperatorType is not null, function.Outline);
        if (areOperatorsJudged && outline.Marks.HasFlag(CodeMarks.IsJudged)) found |= Effects.Sink;
        if (areOperatorsJudged && outline.Marks.HasFlag(CodeMarks.CanFail)) found |= Effects.Operator;
        if (areOperatorsJudged && outline.Marks.HasFlag(CodeMarks.Divides)) found |= Effects.Division;
        foreach (var mention in outline.Mentions) found |= OwnEffects(mention);
        return found;
    }

    Effects OwnEffects(Mention mention) => mention switch
    {
        CallMention { Callee: { Type: { } type, Name: var name }, Arity: var arity } => known.GetOrAdd(new CallKey(type, name, arity), static (call, here) => here.OfCall(call.Type, call.Name, call.Arity), this),
        CallMention call => OfUntyped(call.Callee.Name),
        FieldMention { Kind: FieldMentionKind.Write } => Effects.None,
        FieldMention { Owner: null } read when application.Models.MayBeSource(read.Name) => Effects.Source,
        FieldMention { Kind: FieldMentionKind.ReadOfClass } read when application.Models.SourceOf(read.Owner, read.Name) is not null => Effects.Source,
        _ => Effects.None,
    };

    /// <summary>Where nothing is known of the type, the name alone has to tell.</summary>
    Effects OfUntyped(string name)
    {
        var found = application.Models.MayBeSource(name) ? Effects.Source : Effects.None;
        foreach (var sink in application.Rules.Named(name)) found |= OfSink(sink);
        return found;
    }

    static Effects OfSink(Sink sink) => sink.Conditions switch
    {
        [] => sink.Places.IsEmpty ? Effects.Setting : Effects.Sink,
        [{ Kind: ConditionKind.Dropped }] when sink.Places.IsEmpty => Effects.Operator,
        _ => Effects.Constants | (sink.Places.IsEmpty ? Effects.Setting : Effects.Sink),
    };

    Effects OfCall(string type, string name, int arity)
    {
        var found = Effects.None;
        foreach (var sink in application.Rules.At(application.Hierarchy, type, name, arity)) found |= OfSink(sink);
        if (application.Models.Find(application.Hierarchy, type, name, arity) is not { } model) return found;
        if (model.Source is not null || model.SecretSource is not null || model.AssumedSource is not null || model.FixedSource is not null || model.Operation == "stream.opened" || model.Operation?.StartsWith("function.handler", StringComparison.Ordinal) == true) found |= Effects.Source;
        if (model.SecretSource is not null || model.AssumedSource is not null || model.FixedSource is not null || !model.ExceptFor.IsEmpty) found |= Effects.Constants;
        if (model.Operation?.StartsWith("function.given", StringComparison.Ordinal) == true) found |= Effects.Setting;
        if (model.Operation?.StartsWith("page.", StringComparison.Ordinal) == true) found |= OfPage(model.Operation);
        return model.Operation?.StartsWith("object.", StringComparison.Ordinal) == true && !IsPlain(model.Operation) ? found | Effects.Setting : found;
    }

    /// <summary>What a page was handed over, which member it reads and which page is shown turns out on the way.</summary>
    Effects OfPage(string operation) => operation is "page.context" or "page.member" ? Effects.Source
        : operation is "page.show" or "page.part" && !application.Program.Pages.IsEmpty ? Effects.Sink : Effects.None;

    /// <summary>Operations on objects that set nothing which a rule could ask for.</summary>
    static bool IsPlain(string operation) => operation is "object.self" or "object.argument" or "object.nothing" or "object.new" || operation.StartsWith("object.get", StringComparison.Ordinal)
        || operation.StartsWith("object.member", StringComparison.Ordinal) || operation.StartsWith("object.note", StringComparison.Ordinal);
}

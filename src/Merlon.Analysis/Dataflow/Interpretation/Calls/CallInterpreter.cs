using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Interpretation.Summaries;
using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation.Calls;

/// <summary>Interprets calls: into the application's functions, and by models where a library begins.</summary>
sealed class CallInterpreter(Machine machine)
{
    readonly CallTargets targets = new(machine);
    readonly LibraryCalls library = new(machine);
    readonly Bystanders bystanders = new(machine);

    /// <summary>Calls that libraries make within calls that libraries make.</summary>
    const int MostCallbacks = 16;

    int callbacks;

    /// <summary>Executes a call and stores its result; tells what was thrown and whether the call can return at all.</summary>
    public Aftermath Execute(CallInstruction call, State state, Frame frame)
    {
        var receiver = state[call.Receiver];
        ImmutableArray<Value> arguments = [.. call.Arguments.Select(a => state[a])];
        if (call.Receiver >= 0 && receiver.HasNull)
        {
            if (call.Callee.Name != Function.Constructor) new OperatorInspector(machine, frame).Dereferenced(call, receiver, state);
            if (receiver.HasGivenNull) Narrowing.Exclude(state, receiver);
            receiver = receiver.WithoutNull;
            if (!receiver.IsNothing) state[call.Receiver] = receiver;
        }
        if (call.Receiver >= 0 && receiver.IsNothing) receiver = Value.Open(call.Callee.Type);
        var outcomes = targets.Of(call, receiver, state).ConvertAll(t => Call(t, new Site(call, call.Callee, call.Span, frame), arguments, state));
        var after = Combine(call, outcomes, state);
        for (var i = 0; i < arguments.Length; i++)
            if (arguments[i].HasGivenNull) Learn(call, i, arguments[i], state);
            else if (i == 0 && arguments[i].Fact is { Subject.HasGivenNull: true } && IsAssertion(call)) Narrowing.Apply(state, arguments[i], true);
        return after;
    }

    /// <summary>What a call tells of an argument that a function may have given as null: that it is not, as it came back, or where it answers so.</summary>
    static void Learn(CallInstruction call, int index, Value argument, State state)
    {
        var candidates = call.Callee.Candidates;
        if (NullFlow.IsAboutNull(call.Callee.Name) || !candidates.IsEmpty && candidates.All(f => NullAnswers.Refuses(f, index))) Narrowing.Exclude(state, argument);
        else if (call.Target >= 0 && !candidates.IsEmpty && NullAnswers.Answers(candidates[0], index) is { } answer && candidates.All(f => NullAnswers.Answers(f, index) == answer))
            state[call.Target] = Told(state[call.Target], argument, answer);
    }

    /// <summary>An answer that is always this one for null: where it is the other, the argument is not null.</summary>
    static Value Told(Value answer, Value argument, bool whenNull)
    {
        var (known, fact) = (argument.WithoutNull, answer.Fact ?? new Fact());
        if (answer.Single is not null || known.IsNothing || fact.Subject is not null) return answer;
        return answer.With(whenNull ? fact with { Subject = argument, EqualWhenFalse = known } : fact with { Subject = argument, EqualWhenTrue = known });
    }

    bool IsAssertion(CallInstruction call) => machine.Models.Find(machine.Hierarchy, call.Callee.Type, call.Callee.Name, call.Arguments.Length) is { Operation: "assertion" };

    /// <summary>Calls a function value, or a method of the application or a library by name, on behalf of a library.</summary>
    public Value CallBack(Value function, string name, ImmutableArray<Value> arguments, State state, Site site)
    {
        // A library's object whose described method calls that very method, as a thread without a task of its own does.
        if (callbacks >= MostCallbacks) return Value.Unknown;
        callbacks++;
        try
        {
            return CallBackOnce(function, name, arguments, state, site);
        }
        finally
        {
            callbacks--;
        }
    }

    /// <summary>What a function of the application gives that a library was told to call; what it changes is changed.</summary>
    public Value CallThis(Function function, Value receiver, ImmutableArray<Value> arguments, State state, Site site)
    {
        var outcome = Call(new CallTarget(function, receiver, [], null), site with { Key = function }, arguments, state);
        Merge(state, outcome, outcome);
        return outcome.Result ?? Value.Nothing;
    }

    Value CallBackOnce(Value function, string name, ImmutableArray<Value> arguments, State state, Site site)
    {
        var callee = new Callee(CallKind.Virtual, null, name, [], null);
        var call = new CallInstruction(Instruction.NoSlot, callee, 0, [.. arguments.Select((_, i) => i)], site.Span);
        var outcomes = targets.Of(call, function, state).ConvertAll(t => Call(t, site with { Callee = callee, Key = site.Callee }, arguments, state));
        foreach (var outcome in outcomes) Merge(state, outcomes[0], outcome);
        return outcomes.Select(o => o.Result ?? Value.Nothing).Aggregate(Value.Join);
    }

    /// <summary>What an object's text is: of the application's own <c>toString</c>, or what its library type holds.</summary>
    public Value ToText(Value value, State state, Instruction place, Frame frame)
    {
        var callee = new Callee(CallKind.Virtual, null, machine.Hierarchy.TextMethod, [], null);
        return CallBack(value, callee.Name, [], state, new Site(place, callee, place.Span, frame)).AddLabels(value.Labels);
    }

    Outcome Call(CallTarget target, Site site, ImmutableArray<Value> arguments, State state)
    {
        if (target.Function is { } function && Enter(function, Arguments(function, target, site, arguments, state), site, state) is { } outcome) return outcome;
        var copy = new State(state.Slots, state.Heap, state.Checks);
        var type = target.LibraryType ?? site.Callee.Type;
        var result = library.Call(new Invocation(machine, site, type, target.Receiver, arguments, copy) { IsGuess = target.Function is not null || !site.Callee.Candidates.IsEmpty || site.Callee.Kind == CallKind.Value });
        return new Outcome(result, copy, null, null);
    }

    /// <summary>
    /// A function that may not be entered any more: passed over when clean data goes in and nothing in it can be found or come from outside,
    /// else noted as cut, and treated as one of a library that nobody described.
    /// </summary>
    Outcome? LeaveOut(Function function, List<Value> slots, State state, Frame frame)
    {
        if ((machine.Application.Reach.Of(function) & (Effects.Source | Effects.Setting)) == 0 && bystanders.IsOne(slots, state)) return PassOver(function, slots, state, frame);
        machine.Cut(function);
        return null;
    }

    bool MayEnter(Function function, Frame frame) =>
        !machine.IsExhausted && frame.Depth < machine.Options.CallDepth && frame.ActivationsOf(function) < machine.Options.Recursion;

    /// <summary>
    /// The last activation of a function that calls itself stands for all further ones: the numbers that it counts by can be anything,
    /// so that it also ends as they would.
    /// </summary>
    Completion? EnterLast(Function function, List<Value> slots, Site site, Context context, State state)
    {
        if (machine.IsExhausted || site.Frame.Depth >= machine.Options.CallDepth || site.Frame.ActivationsOf(function) != machine.Options.Recursion) return null;
        if (!slots.Exists(IsCounted)) return null;
        return machine.Invoke(function, slots.ConvertAll(s => IsCounted(s) ? Value.Open(s.Type) : s), state, site.Frame, context);
    }

    static bool IsCounted(Value value) => value is { IsConstant: true, SingleInteger: not null, IsTainted: false };

    /// <summary>The outcome of a call of the application's own; null when it is to be treated as one of a library.</summary>
    Outcome? Enter(Function function, List<Value> slots, Site site, State state)
    {
        machine.Weigh(function);
        if (!machine.Application.Reach.MattersAlone(function) && bystanders.IsOne(slots, state)) return PassOver(function, slots, state, site.Frame);
        var context = site.Frame.Context.Enter(site.Key ?? site.Place, 0);
        var done = Summarized(function, slots, state, site.Frame, context);
        if (done is null && MayEnter(function, site.Frame)) done = machine.Invoke(function, slots, state, site.Frame, context);
        done ??= EnterLast(function, slots, site, context, state) ?? Generally(function, slots, state, site.Frame, context);
        if (done is null) return LeaveOut(function, slots, state, site.Frame);
        var result = done.Result is { IsTainted: true } tainted ? site.Step(OfType(tainted, function.ResultType), function.Name, function.ResultType) : done.Result;
        return new Outcome(Given(result, function, site.Frame), done.State, done.Thrown, done.ThrownState);
    }

    /// <summary>What a function gives, with null among it as such a null that its caller must ask about.</summary>
    Value? Given(Value? result, Function function, Frame caller)
    {
        if (result is not { HasNull: true } || result.Single is not null) return result;
        if (NullGivers.IsAskedIn(caller.Function, function)) return result.WithNull(isGiven: false);
        return machine.Application.Nulls.Gives(function) ? result.WithNull(isGiven: true) : result;
    }

    /// <summary>What a call does that no data from outside goes into: that is known of the function once and for all.</summary>
    Completion? Summarized(Function function, List<Value> slots, State state, Frame? frame, Context context) =>
        machine.IsExhausted || machine.Application.Reach.IsShort(function) ? null : Use(function, slots, slots, state, frame, context);

    /// <summary>What a call does whatever it is handed, where bounds let nothing more be said: there is only one such summary of a function.</summary>
    Completion? Generally(Function function, List<Value> slots, State state, Frame frame, Context context)
    {
        if (!bystanders.IsOne(slots, state) || Use(function, [.. slots.Select((_, slot) => Value.Open(TypeOf(function, slot)))], slots, state, frame, context) is not { } done) return null;
        foreach (var left in new[] { done.State, done.ThrownState }.OfType<State>()) bystanders.Loosen(slots, left);
        return done;
    }

    static string? TypeOf(Function function, int slot) =>
        slot >= function.Offset ? function.Parameters[slot - function.Offset].Type : function.IsStatic || function.IsClosure ? null : function.Owner;

    /// <param name="handed">What the summary is told of the slots.</param>
    Completion? Use(Function function, List<Value> handed, List<Value> slots, State state, Frame? frame, Context context)
    {
        if (!machine.MayUse(function)) return null;
        var given = new Handover(machine, function, handed, state);
        if (machine.SummaryOf(function, given, state) is not { } summary) return null;
        var use = new SummaryUse(machine, summary, given, frame, origin => context.ObjectAt(origin.Place!, origin.Number, machine.NewObject));
        var (result, returned) = summary.Normal is { } normal ? use.Apply(normal, slots, state) : (null, null);
        var (thrown, left) = summary.Thrown is { } broken ? use.Apply(broken, slots, state) : (null, null);
        return new Completion(result, returned, thrown, left);
    }

    /// <summary>The state after a call that no function of the program makes.</summary>
    public State? Begin(Function function, List<Value> slots, State state)
    {
        machine.Weigh(function);
        var context = machine.Root.Enter(function, 0);
        return (Summarized(function, slots, state, null, context) ?? machine.Invoke(function, slots, state, null, context)).State;
    }

    /// <summary>A function that could show nothing is not followed: its result is unknown, and so are the fields it may have set.</summary>
    Outcome PassOver(Function function, List<Value> slots, State state, Frame caller)
    {
        var copy = new State(state.Slots, state.Heap, state.Checks);
        bystanders.Loosen(slots, copy);
        var result = Value.Open(function.ResultType);
        return new Outcome(machine.Application.Nulls.Gives(function) ? Given(Value.Join(result, Value.Null), function, caller) : result, copy, null, null);
    }

    List<Value> Arguments(Function function, CallTarget target, Site site, ImmutableArray<Value> arguments, State state)
    {
        var slots = new List<Value>();
        if (!function.IsStatic && !function.IsClosure) slots.Add(target.Receiver.WithType(function.Owner));
        slots.AddRange(target.Captured);
        var given = function.IsVariadic ? Pack(function, site, arguments, state) : arguments;
        for (var i = 0; i < function.Parameters.Length; i++)
        {
            var value = i < given.Length ? given[i] : Value.Open(function.Parameters[i].Type);
            slots.Add(value.IsTainted ? site.Step(OfType(value, function.Parameters[i].Type), function.Parameters[i].Name, function.Parameters[i].Type) : value);
        }
        return slots;
    }

    /// <summary>Data in a place of a type that holds nothing but numbers is a number, wherever it came from.</summary>
    Value OfType(Value value, string? type) => machine.Models.MarksOf(type) is > 0 and var marks ? value.With(value.Labels.Mark(marks)) : value;

    ImmutableArray<Value> Pack(Function function, Site site, ImmutableArray<Value> arguments, State state)
    {
        var fixedCount = function.Parameters.Length - 1;
        if (arguments.Length == fixedCount + 1 && IsArray(arguments[fixedCount], state)) return arguments;
        var rest = HeapObject.List(function.Parameters[fixedCount].Type, [.. arguments.Skip(fixedCount)]);
        return [.. arguments.Take(fixedCount), machine.Allocate(state, site.Frame.Context, site.Place, rest, part: 1)];
    }

    static bool IsArray(Value value, State state) =>
        value.Objects.Any(o => state.Heap[o]?.Type?.EndsWith("[]", StringComparison.Ordinal) == true)
        || value.Type?.EndsWith("[]", StringComparison.Ordinal) == true;

    static Aftermath Combine(CallInstruction call, List<Outcome> outcomes, State state)
    {
        Outcome? first = null;
        var result = Value.Nothing;
        var isGiven = true;
        foreach (var outcome in outcomes)
        {
            if (outcome.State is null) continue;
            result = first is null ? outcome.Result ?? Value.Nothing : Both(result, outcome.Result ?? Value.Nothing);
            isGiven &= outcome.Result is { HasGivenNull: true };
            first ??= outcome;
            Merge(state, first, outcome);
        }
        // Which of several functions is called nobody knows here.
        if (!isGiven && outcomes.Count > 1) result = result.WithNull(isGiven: false);
        state[call.Target] = result.IsNothing ? Value.Open(call.Callee.ResultType) : result.WithType(result.Type ?? call.Callee.ResultType);
        var thrower = outcomes.Find(o => o.ThrownState is not null);
        var thrown = thrower is null ? null : new State((Value?[])state.Slots.Clone(), thrower.ThrownState!.Heap, thrower.ThrownState.Checks);
        return new Aftermath(first is not null, thrower?.Thrown, thrown);
    }

    /// <summary>What either of two functions answered; where both answers tell that a check was passed, so does it.</summary>
    static Value Both(Value left, Value right)
    {
        var joined = Value.Join(left, right);
        return left.Fact is not { } mine || right.Fact is not { } others || ReferenceEquals(mine, others) || !joined.IsOpen && joined.Single is not null
            ? joined
            : joined.With(new Fact { WhenTrue = State.Common(mine.WhenTrue, others.WhenTrue), WhenFalse = State.Common(mine.WhenFalse, others.WhenFalse) });
    }

    static void Merge(State state, Outcome first, Outcome next)
    {
        if (next.State is null) return;
        var isFirst = ReferenceEquals(first, next);
        state.Heap = isFirst ? next.State.Heap : state.Heap.Merge(next.State.Heap, HeapObject.Join);
        state.Checks = isFirst ? next.State.Checks : State.Common(state.Checks, next.State.Checks);
    }

    sealed record Outcome(Value? Result, State? State, Value? Thrown, State? ThrownState);
}

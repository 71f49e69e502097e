using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>What an activation leaves behind: the value returned with the state then, or nothing when it never returns; and what it throws.</summary>
sealed record Completion(Value? Result, State? State, Value? Thrown, State? ThrownState)
{
    /// <summary>Where no other function called: the blocks that might not be run (<see cref="Function.DoubtedBlocks"/>), and were not.</summary>
    public ImmutableArray<int> Unreached { get; init; } = [];
}

/// <summary>
/// Interprets one activation of a function: forward, in reverse post-order, until nothing changes. A loop whose condition is decided is
/// run round by round (each round's state replaces the last); any other is joined and, after a few visits, widened.
/// </summary>
sealed class FunctionRun
{
    readonly Machine machine;
    readonly Frame frame;
    readonly Function function;
    readonly FlowGraph graph;
    readonly State?[] entries;
    readonly int[] visits;
    readonly PriorityQueue<int, int> pending = new();
    readonly bool[] isPending, isLeft;
    readonly LoopRounds rounds;
    readonly Transfer transfer;
    readonly Context outerContext;
    readonly TruthOfReturns truths = new();
    Value? result, thrown;
    State? resultState, thrownState;
    ImmutableArray<Labels> given;
    int steps;

    public FunctionRun(Machine machine, Frame frame)
    {
        this.machine = machine;
        this.frame = frame;
        function = frame.Function;
        graph = FlowGraph.Of(function);
        entries = new State?[function.Blocks.Length];
        visits = new int[function.Blocks.Length];
        (isPending, isLeft) = (new bool[function.Blocks.Length], new bool[function.Blocks.Length]);
        rounds = new LoopRounds(graph, machine.Options.UnrolledRounds);
        outerContext = frame.Context;
        transfer = new Transfer(machine, frame);
    }

    public Completion Run(State start)
    {
        var (heap, checks, isCut) = (start.Heap, start.Checks, false);
        given = [.. start.Slots.Skip(function.Offset).Take(function.Parameters.Length).Select(v => v?.Labels ?? Labels.None)];
        entries[0] = start;
        Enqueue(0);
        while (pending.TryDequeue(out var block, out _))
        {
            isPending[block] = false;
            if (entries[block] is null) continue;
            if (isCut = !MaySpend(function.Blocks[block])) break;
            Interpret(function.Blocks[block]);
        }
        // A function that was cut before it returned may do so all the same: what follows the call is not dead.
        if (isCut && result is null) (result, resultState) = (Value.Open(function.ResultType), new State(start.Slots, heap, checks));
        return new Completion(result is null ? null : truths.Explain(result), resultState, thrown, thrownState)
        {
            Unreached = isCut || frame.Caller is not null || !function.HasDoubtedBlocks ? [] : Unreached(),
        };
    }

    /// <summary>The doubted blocks that every way to is closed by a condition which the program decides: a call that gives nothing back closes none.</summary>
    ImmutableArray<int> Unreached()
    {
        ImmutableArray<int> missed = [.. function.DoubtedBlocks.Where(b => visits[b] == 0)];
        if (missed.IsEmpty) return [];
        var isOpen = SureBlocks.Of(function, (from, to) => visits[to] > 0 || !isLeft[from]);
        return [.. missed.Where(b => !isOpen[b])];
    }

    bool MaySpend(Block block)
    {
        steps += block.Instructions.Count + 1;
        if (steps <= machine.Options.StepsPerFunction && machine.Spend(block.Instructions.Count + 1)) return true;
        machine.Cut(function);
        return false;
    }

    void Interpret(Block block)
    {
        visits[block.Number]++;
        var state = entries[block.Number]!.Copy();
        frame.Context = rounds.ContextOf(block.Number, outerContext);
        foreach (var instruction in block.Instructions)
        {
            if (block.Handlers.Length > 0 && instruction is CallInstruction) ToHandlers(block, null, state);
            var after = transfer.Execute(instruction, state);
            if (after.ThrownState is { } left) Throw(block, after.Thrown!, left);
            if (!after.GoesOn) return;
        }
        if (block.Handlers.Length > 0) ToHandlers(block, null, state);
        Leave(block, state);
    }

    void Leave(Block block, State state)
    {
        isLeft[block.Number] = true;
        switch (block.Exit)
        {
            case JumpExit jump:
                Flow(block.Number, jump.Block, state);
                break;
            case BranchExit branch:
                Branch(block, branch, state);
                break;
            case ReturnExit exit:
                Return(exit.Slot < 0 ? Value.Null : Escaped(state[exit.Slot], block), state, exit.Span);
                break;
            case ThrowExit exit:
                Throw(block, state[exit.Slot], state);
                break;
        }
    }

    void Branch(Block block, BranchExit branch, State state)
    {
        var condition = state[branch.Condition];
        var truth = Truth.Of(condition);
        if (condition.Fact is { } fact) Pass(fact, truth);
        if (truth != false)
        {
            var taken = truth is null ? state.Copy() : state;
            if (Narrowing.Apply(taken, condition, true)) Flow(block.Number, branch.WhenTrue, taken);
        }
        if (truth != true && Narrowing.Apply(state, condition, false)) Flow(block.Number, branch.WhenFalse, state);
    }

    void Pass(Fact fact, bool? truth)
    {
        if (truth != false)
            foreach (var check in fact.WhenTrue) machine.Discoveries.Pass(check);
        if (truth != true)
            foreach (var check in fact.WhenFalse) machine.Discoveries.Pass(check);
    }

    void Return(Value value, State state, Span span)
    {
        if (value.IsTainted && span.File is not null) value = transfer.Step(value, span, "return", function.ResultType);
        if (value.IsTainted && machine.IsEntry && frame.Caller is null) InspectResult(value, state, span);
        truths.Add(value, state.Checks);
        value = State.Settled(value, state.Checks);
        if (result is null)
        {
            (result, resultState) = (value, state);
            return;
        }
        result = Value.Join(result, value);
        if (!ReferenceEquals(resultState, state)) resultState!.Join(state, widen: false);
    }

    /// <summary>What is returned, where its data, of one parameter alone, went through a loop that writes dangerous characters otherwise.</summary>
    Value Escaped(Value value, Block block) =>
        value.IsTainted && Escapers.Of(function).MarksAt(block, machine.Models.Texts) is > 0 and var marks
            ? value.With(value.Labels.Select(l => given.Count(g => g.Items.Any(i => i.Source == l.Source)) == 1 ? l with { Marks = l.Marks | marks } : l))
            : value;

    /// <summary>What an entry point returns may be what its framework writes.</summary>
    void InspectResult(Value value, State state, Span span)
    {
        if (machine.Models.IsText(function.ResultType ?? "") != true) return;
        foreach (var rule in machine.Application.Rules.OnReturnOf(function, machine.Hierarchy))
            foreach (var label in value.Labels.Items)
                if (rule.Takes(label.Source.Kind) && (label.Marks & rule.Needs) == rule.Needs && ((label.Marks | State.MarksOf(state.Checks, label.Source)) & rule.Stops) == 0)
                    machine.Discoveries.Add(new Discovery(rule, span, function, function.QualifiedName, label, null));
    }

    void Throw(Block block, Value exception, State state)
    {
        if (!ToHandlers(block, exception, state))
            return;
        thrown = thrown is null ? exception : Value.Join(thrown, exception);
        if (thrownState is null) thrownState = state.Copy();
        else thrownState.Join(state, widen: false);
    }

    /// <summary>Lets the handlers go on with an exception, or with an unknown one; says whether it may leave the function.</summary>
    bool ToHandlers(Block block, Value? exception, State state)
    {
        foreach (var handler in block.Handlers)
        {
            var match = machine.Hierarchy.Catches(handler, exception, machine.TypesOf(exception, state));
            if (match == false) continue;
            var caught = state.Copy();
            caught[handler.Slot] = exception ?? Value.Open(handler.Types.Length == 1 ? handler.Types[0] : null);
            FlowOwned(block.Number, handler.Block, caught);
            if (match == true) return false;
        }
        return true;
    }

    /// <summary>An exception's way, with a state that nobody else has.</summary>
    void FlowOwned(int from, int to, State state)
    {
        if (entries[to] is null && !graph.IsBackEdge(from, to))
        {
            entries[to] = state;
            Enqueue(to);
        }
        else Flow(from, to, state, isException: true);
    }

    void Flow(int from, int to, State state, bool isException = false)
    {
        if (!isException) rounds.Left(from, to);
        if (graph.IsBackEdge(from, to) && rounds.TryNextRound(to))
        {
            foreach (var block in graph.LoopAt(to)!) entries[block] = null;
            entries[to] = state.Copy();
            Enqueue(to);
            return;
        }
        if (entries[to] is not { } known)
        {
            entries[to] = state.Copy();
            Enqueue(to);
            return;
        }
        var widen = graph.LoopAt(to) is not null && visits[to] > machine.Options.VisitsBeforeWidening + rounds.RoundsOf(to);
        if (known.Join(state, widen)) Enqueue(to);
    }

    void Enqueue(int block)
    {
        if (isPending[block]) return;
        isPending[block] = true;
        pending.Enqueue(block, graph.OrderOf(block));
    }
}

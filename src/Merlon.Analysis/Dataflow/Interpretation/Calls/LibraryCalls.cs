using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Interpretation.Intrinsics;
using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Models;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation.Calls;

/// <summary>
/// A call of a library's method: rules look at it, then its model says what it does. Without a model the result carries the taint of
/// receiver and arguments, functions handed over are called, and nothing else is written.
/// </summary>
sealed class LibraryCalls(Machine machine)
{
    readonly SinkInspector inspector = new(machine);

    public Value Call(Invocation call)
    {
        inspector.Inspect(call);
        var model = machine.Models.Find(machine.Hierarchy, call.Type, call.Name, call.Arguments.Length)
            ?? machine.Models.Find(machine.Hierarchy, call.Site.Callee.Type, call.Name, call.Arguments.Length);
        call = call with { Model = model, IsGuess = call.IsGuess && model is null };
        if (model is null && Accessors.Find(call) is { } accessor) return accessor(call);
        var result = model?.Operation is { } operation ? Perform(call, operation) : Flow(call, model);
        if (Defaults.IsNumber(call.ResultType)) result = result.With(result.Labels.Mark(Marks.NumericSet));
        if (call.IsGuess && call.ResultType is "boolean" or "bool") result = Suspect(call, result);
        if (model is null) return result.IsTainted ? call.Site.Step(result, call.Name, result.Type) : result;
        result = result.With(result.Labels.Mark(model.Marks | MarksBy(call, model)));
        if (result.IsTainted) result = call.Site.Step(result, call.Name, call.ResultType);
        if (model.Checks != 0) result = Explain(call, model, result);
        if (!model.WhenAbsent.IsEmpty) result = Searches.Explain(call, model, result);
        if (model.IsNullable && result.IsOpen && call.Arguments.Length < 2) result = Value.Join(result, Value.WrittenNull);
        return model.Source is null && model.SecretSource is null && model.AssumedSource is null && model.FixedSource is null || IsExcepted(call, model) ? result : Enter(call, model, result);
    }

    static ulong MarksBy(Invocation call, MethodModel model)
    {
        if (model.MarksByArgument.IsEmpty || call.Argument(0).Single is not { } constant || Value.IsNullConstant(constant)) return 0;
        var text = Arithmetic.TextOf(constant);
        return model.MarksByArgument.Where(m => m.Pattern.IsMatch(text)).Aggregate(0UL, (all, m) => all | m.Marks);
    }

    static Value Perform(Invocation call, string operation)
    {
        var words = operation.Split(' ');
        return Operations.Find(words[0])(call with { Words = [.. words.AsSpan(1)] });
    }

    Value Flow(Invocation call, MethodModel? model)
    {
        if (model?.Flows is not { } flows)
        {
            if (model?.Source is not null) return Value.Open(call.ResultType);
            var called = CallsBack.Arguments(call);
            return call.Name == Function.Constructor ? Construct(call) : call.Opened.AddLabels(called);
        }
        var result = Value.Open(call.ResultType);
        foreach (var flow in flows)
        {
            var labels = Machine.Reachable(call.At(flow.From), call.State);
            if (flow.To.Kind == PlaceKind.Result) result = result.AddLabels(labels);
            else FieldAccess.Taint(call.State, call.At(flow.To), labels.Mark(model!.Marks));
        }
        return result;
    }

    /// <summary>
    /// A library's object made from tainted arguments is tainted as a whole; what the new object holds already is no argument. Of an object of the
    /// application only the part is that a library declares: its constructor knows no other fields.
    /// </summary>
    static Value Construct(Invocation call)
    {
        var labels = (call with { Receiver = Value.Nothing }).Inputs;
        if (labels.IsEmpty) return Value.Null;
        if (call.Receiver.IsOpen || !call.Objects(call.Receiver).All(o => o.Object is { IsOpaque: false, Type: { } type } && call.Machine.Hierarchy.Find(type) is not null))
            FieldAccess.Taint(call.State, call.Receiver, labels);
        else
            foreach (var (number, obj) in call.Objects(call.Receiver).ToList()) call.Put(number, obj.Write(Hidden.Base, Value.Open(null, labels)));
        return Value.Null;
    }

    bool IsExcepted(Invocation call, MethodModel model) =>
        !model.ExceptFor.IsEmpty && call.Argument(0) is { IsConstant: true } argument
        && argument.Constants.All(c => c is string text && model.ExceptFor.Contains(text));

    /// <summary>Tainted data enters here.</summary>
    Value Enter(Invocation call, MethodModel model, Value result)
    {
        var symbol = $"{call.Type}.{call.Name}";
        var step = new Step(null, call.Site.Span, symbol, call.ResultType, call.Site.Frame.Function);
        var labels = model.Source is { } source ? Labels.Of(new Label(machine.SourceAt(source, call.Site.Span, symbol), model.Marks | MarksOfResult(call, model), step)) : Labels.None;
        if (model.SecretSource is { } kind && call.Argument(0).SingleText is { } name && SecretNames.Fits(name))
            labels = Labels.Join(labels, Labels.Of(new Label(machine.SourceAt(kind, call.Site.Span, symbol), model.Marks, step)));
        if (model.AssumedSource is { } assumed && call.Argument(0).SingleText is { } part && AssumedNames.Fits(part))
            labels = Labels.Join(labels, Labels.Of(new Label(machine.SourceAt(assumed, call.Site.Span, symbol), model.Marks, step)));
        if (model.FixedSource is { } hidden && ConditionTest.StandsInProgram(call.Argument(0), call)) labels = Labels.Join(labels, Labels.Of(new Label(machine.SourceAt(hidden, call.Site.Span, symbol), model.Marks, step)));
        var isResult = model.SourcePlace.Kind == PlaceKind.Result;
        FieldAccess.Taint(call.State, isResult ? result : call.At(model.SourcePlace), labels);
        return isResult ? result.AddLabels(labels) : result;
    }

    ulong MarksOfResult(Invocation call, MethodModel model) => model.SourcePlace.Kind == PlaceKind.Result ? machine.Models.MarksOf(call.Site.Callee.ResultType) : 0;

    /// <summary>The answer of a function that was not followed may be that of a check.</summary>
    static Value Suspect(Invocation call, Value result)
    {
        var sources = call.Inputs.Items.Select(l => l.Source).Distinct().ToList();
        return sources.Count == 0 ? result : result.With(new Fact
        {
            WhenTrue = [.. sources.Select(s => new Check(s, Marks.PerhapsTestedSet))],
            WhenFalse = [.. sources.Select(s => new Check(s, Marks.PerhapsRefusedSet))],
        });
    }

    /// <summary>What the answer of a check tells: of the data on its way, and of a single character also as the value it is.</summary>
    static Value Explain(Invocation call, MethodModel model, Value result)
    {
        if (model.Pattern is { } pattern && call.At(pattern).SingleText is { } text && !call.Machine.Models.Texts.Confines(text)) return result;
        var subject = call.At(model.Checked);
        if (subject is { IsOpen: true, Type: "char" })
            return result.With(new Fact { Subject = subject, EqualWhenTrue = subject.With(subject.Labels.Mark(model.Checks)) });
        var labels = Machine.Reachable(subject, call.State).Items;
        ImmutableArray<Check> checks =
            [.. labels.Where(l => (l.Marks & model.ChecksAfter) == model.ChecksAfter).Select(l => new Check(l.Source, model.Checks)).Distinct()];
        return checks.IsEmpty ? result : result.With(result.Fact is { } fact ? fact with { WhenTrue = [.. fact.WhenTrue, .. checks] } : new Fact { WhenTrue = checks });
    }
}

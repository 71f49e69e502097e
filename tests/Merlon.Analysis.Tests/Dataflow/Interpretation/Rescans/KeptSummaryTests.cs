using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using Merlon.Analysis.Dataflow.Interpretation;
using Merlon.Analysis.Dataflow.Interpretation.Rescans;
using Merlon.Analysis.Dataflow.Interpretation.Summaries;
using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Languages.Java;
using Merlon.Analysis.Dataflow.Programs;
using Merlon.Analysis.Dataflow.Programs.Kept;
using Merlon.Analysis.Dataflow.Rules;

namespace Merlon.Analysis.Tests.Dataflow.Interpretation.Rescans;

/// <summary>
/// Two summaries that differ in anything that callers can tell have different prints, and what is kept of one is read back with it. Every
/// member of what a summary is made of is tried: one that is added later is missing here until it is, too.
/// </summary>
public class KeptSummaryTests
{
    static readonly Application App = Read("class Given { static void one(String a) { a.trim(); } static void two(String b) { b.trim(); b.length(); } }");

    static readonly Function One = Named("one"), Two = Named("two");

    static readonly FunctionNames Names = new(App);

    static readonly KeptPlaces Places = new(App.Program, Names);

    static readonly AllocationNames Allocations = new(App.Reach.Functions, Names);

    static readonly Source First = new(0, "http-parameter", One.Span, "a", ".a");

    static readonly Source Cookie = new(1, "cookie", One.Span, "a", ".a");

    static readonly Step Begin = new(null, One.Span, "a", "T", One);

    static readonly Value Plain = Value.Constant("plain");

    /// <summary>Pairs that differ in one member alone.</summary>
    static readonly Dictionary<(Type Of, string Member), (Summary One, Summary Other)> Pairs = new()
    {
        [(typeof(Value), nameof(Value.Constants))] = (Giving(Value.Constant("a")), Giving(Value.Constant("b"))),
        [(typeof(Value), nameof(Value.Objects))] = (Giving(Value.OfObject(0)), Giving(Value.OfObject(1))),
        [(typeof(Value), nameof(Value.IsOpen))] = (Giving(Value.Made(["a"], [], false, null, default, null, false)), Giving(Value.Made(["a"], [], true, null, default, null, false))),
        [(typeof(Value), nameof(Value.Type))] = (Giving(Value.Open("A")), Giving(Value.Open("B"))),
        [(typeof(Value), nameof(Value.Labels))] = (Giving(Value.Open("A")), Giving(Value.Open("A", Labels.Of(new Label(First, 0, Begin))))),
        [(typeof(Value), nameof(Value.Fact))] = (Giving(Value.Open("A")), Giving(Value.Open("A").With(new Fact()))),
        [(typeof(Value), nameof(Value.IsMade))] = (Giving(Value.Open("A")), Giving(Value.Open("A").AsMade())),
        [(typeof(Fact), nameof(Fact.WhenTrue))] = Facts(c => new Fact { WhenTrue = c }),
        [(typeof(Fact), nameof(Fact.WhenFalse))] = Facts(c => new Fact { WhenFalse = c }),
        [(typeof(Fact), nameof(Fact.WhenNegative))] = Facts(c => new Fact { WhenNegative = c }),
        [(typeof(Check), nameof(Check.Source))] = (Checked(new Check(First, 1)), Checked(new Check(Cookie, 1))),
        [(typeof(Check), nameof(Check.Marks))] = (Checked(new Check(First, 1)), Checked(new Check(First, 2))),
        [(typeof(Label), nameof(Label.Source))] = (Tainted(First, 0, Begin), Tainted(Cookie, 0, Begin)),
        [(typeof(Label), nameof(Label.Marks))] = (Tainted(First, 1, Begin), Tainted(First, 2, Begin)),
        [(typeof(Label), nameof(Label.Step))] = (Tainted(First, 0, Begin), Tainted(First, 0, new Step(Begin, One.Span, "b", null, One))),
        [(typeof(Source), nameof(Source.Kind))] = (Tainted(First, 0, Begin), Tainted(Cookie, 0, Begin)),
        [(typeof(Source), nameof(Source.Span))] = (Tainted(First, 0, Begin), Tainted(new Source(0, "http-parameter", PlaceIn(One), "a", ".a"), 0, Begin)),
        [(typeof(Source), nameof(Source.Symbol))] = (Tainted(First, 0, Begin), Tainted(new Source(0, "http-parameter", One.Span, "b", ".a"), 0, Begin)),
        [(typeof(Source), nameof(Source.Path))] = (Tainted(First, 0, Begin), Tainted(new Source(0, "http-parameter", One.Span, "a", ".b"), 0, Begin)),
        [(typeof(Step), nameof(Step.Previous))] = (Tainted(First, 0, Begin), Tainted(First, 0, new Step(Begin, One.Span, "a", "T", One))),
        [(typeof(Step), nameof(Step.Span))] = (Tainted(First, 0, Begin), Tainted(First, 0, new Step(null, PlaceIn(One), "a", "T", One))),
        [(typeof(Step), nameof(Step.Symbol))] = (Tainted(First, 0, Begin), Tainted(First, 0, new Step(null, One.Span, "b", "T", One))),
        [(typeof(Step), nameof(Step.Type))] = (Tainted(First, 0, Begin), Tainted(First, 0, new Step(null, One.Span, "a", "U", One))),
        [(typeof(Step), nameof(Step.Function))] = (Tainted(First, 0, Then(One)), Tainted(First, 0, Then(Two))),
        [(typeof(HeapObject), nameof(HeapObject.Type))] = (Leaving(new HeapObject("A")), Leaving(new HeapObject("B"))),
        [(typeof(HeapObject), nameof(HeapObject.Length))] = (Leaving(Object(length: 1)), Leaving(Object(length: 2))),
        [(typeof(HeapObject), nameof(HeapObject.Cells))] = (Leaving(Object(cells: [new("a", Plain)])), Leaving(Object(cells: [new("b", Plain)]))),
        [(typeof(HeapObject), nameof(HeapObject.Rest))] = (Leaving(Object()), Leaving(Object(rest: Plain))),
        [(typeof(HeapObject), nameof(HeapObject.IsWeak))] = (Leaving(Object()), Leaving(Object().Weakened())),
        [(typeof(HeapObject), nameof(HeapObject.IsOpaque))] = (Leaving(Object()), Leaving(Object().AsOpaque())),
        [(typeof(HeapObject), nameof(HeapObject.Labels))] = (Leaving(Object()), Leaving(Object().AddLabels(Labels.Of(new Label(First, 0, Begin))))),
        [(typeof(HeapObject), nameof(HeapObject.Closure))] = (Leaving(Object()), Leaving(Object(closure: new Closure(One, [])))),
        [(typeof(HeapObject), nameof(HeapObject.Size))] = (Leaving(Object()), Leaving(Object().WithSize(Plain))),
        [(typeof(Closure), nameof(Closure.Function))] = (Leaving(Object(closure: new Closure(One, []))), Leaving(Object(closure: new Closure(Two, [])))),
        [(typeof(Closure), nameof(Closure.Captured))] = (Leaving(Object(closure: new Closure(One, []))), Leaving(Object(closure: new Closure(One, [Plain])))),
        [(typeof(Change), nameof(Change.Number))] = (Leaving(Object()), Ended(new Ending(Value.Nothing, -1, [new Change(1, null, Object())], []))),
        [(typeof(Change), nameof(Change.Before))] = (Leaving(Object()), Ended(new Ending(Value.Nothing, -1, [new Change(0, Object(cells: [new("a", Plain)]), Object())], []))),
        [(typeof(Change), nameof(Change.After))] = (Leaving(Object()), Leaving(Object(rest: Plain))),
        [(typeof(Ending), nameof(Ending.Value))] = (Giving(Value.Constant("a")), Giving(Value.Constant("b"))),
        [(typeof(Ending), nameof(Ending.Slot))] = (Giving(Plain), Ended(new Ending(Plain, 0, [], []))),
        [(typeof(Ending), nameof(Ending.Changes))] = (Ended(new Ending(Plain, -1, [], [])), Ended(new Ending(Plain, -1, [new Change(0, null, Object())], []))),
        [(typeof(Ending), nameof(Ending.Checks))] = (Giving(Plain), Ended(new Ending(Plain, -1, [], [new Check(First, 1)]))),
        [(typeof(Origin), nameof(Origin.Kind))] = (From(new Origin(OriginKind.New, One, 0)), From(new Origin(OriginKind.Shared, One, 0))),
        [(typeof(Origin), nameof(Origin.Place))] = (From(new Origin(OriginKind.New, One, 0)), From(new Origin(OriginKind.New, Two, 0))),
        [(typeof(Origin), nameof(Origin.Number))] = (From(new Origin(OriginKind.New, One, 0)), From(new Origin(OriginKind.New, One, 1))),
    };

    /// <summary>Members that no caller can tell, and why.</summary>
    static readonly Dictionary<(Type Of, string Member), string> Untold = new()
    {
        [(typeof(Value), nameof(Value.IsCommon))] = "Common values are known by their numbers.",
        [(typeof(Fact), nameof(Fact.IsLast))] = NotMapped,
        [(typeof(Fact), nameof(Fact.BehindLast))] = NotMapped,
        [(typeof(Fact), nameof(Fact.Subject))] = NotMapped,
        [(typeof(Fact), nameof(Fact.EqualWhenTrue))] = NotMapped,
        [(typeof(Fact), nameof(Fact.EqualWhenFalse))] = NotMapped,
        [(typeof(Source), nameof(Source.Number))] = "Only the order counts, and that is the order in which sources are met.",
        [(typeof(Step), nameof(Step.Count))] = "It follows from the steps before.",
    };

    const string NotMapped = "Of a fact callers are told the checks alone.";

    public static TheoryData<string, string> Members => [.. Pairs.Keys.Select(k => (k.Of.Name, k.Member))];

    [Theory]
    [MemberData(nameof(Members))]
    public void Print_OfSummariesThatDifferInOneMember_Differs(string type, string member)
    {
        var (one, other) = Pairs.Single(p => p.Key.Of.Name == type && p.Key.Member == member).Value;
        var prints = new[] { PrintOf(one), PrintOf(other) };
        prints.ShouldAllBe(p => p != null);
        prints[0].ShouldNotBe(prints[1]);
        PrintOf(Reread(one)).ShouldBe(prints[0]);
        PrintOf(Reread(other)).ShouldBe(prints[1]);
    }

    [Fact]
    public void Pairs_AreThereForEveryMember()
    {
        var members = Pairs.Keys.Select(k => k.Of).Distinct().SelectMany(t => t.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(p => t.GetField($"<{p.Name}>k__BackingField", BindingFlags.Instance | BindingFlags.NonPublic) is not null).Select(p => (t, p.Name)));
        members.Except(Pairs.Keys).Except(Untold.Keys).ShouldBeEmpty();
    }

    static UInt128? PrintOf(Summary summary) => new SummaryPrints(Names, Places, Allocations).Of(summary);

    static Summary Reread(Summary summary)
    {
        var texts = new TextNumbers([]);
        var bytes = SummaryWriter.Write(summary, texts, Names, Places, Allocations);
        return SummaryReader.Read(summary.Key, 2, new ByteReader(bytes, texts.All), App.Program, Names, Places, Allocations) with { Covered = summary.Covered };
    }

    static (Summary, Summary) Facts(Func<ImmutableArray<Check>, Fact> with) =>
        (Telling(with([new Check(First, 1)])), Telling(with([new Check(First, 2)])));

    static Summary Checked(Check check) => Telling(new Fact { WhenTrue = [check] });

    /// <summary>Of data from both sources: a check is of one whose place is known.</summary>
    static Summary Telling(Fact fact) => Giving(Value.Open("A", Labels.Ordered([new Label(First, 0, Begin), new Label(Cookie, 0, Begin)])).With(fact));

    static Summary Tainted(Source source, ulong marks, Step step) => Giving(Value.Open("A", Labels.Of(new Label(source, marks, step))));

    /// <summary>A step at the place of a type, which any function may speak of.</summary>
    static Step Then(Function function) => new(Begin, App.Program.Types["Given"].Span, "b", null, function);

    static Span PlaceIn(Function function) => function.Blocks.SelectMany(b => b.Instructions).Select(i => i.Span).First(s => s != function.Span);

    static HeapObject Object(int? length = null, ImmutableArray<KeyValuePair<object, Value>>? cells = null, Value? rest = null, Closure? closure = null) =>
        new("A", length, cells ?? [], rest, closure);

    static Summary Giving(Value value) => Ended(new Ending(value, -1, [], []));

    static Summary Leaving(HeapObject obj) => Ended(new Ending(Value.Nothing, -1, [new Change(0, null, obj)], []));

    static Summary From(Origin origin) => Ended(new Ending(Value.OfObject(0), -1, [], []), origin);

    static Summary Ended(Ending ending, Origin? origin = null)
    {
        var origins = new Dictionary<int, Origin> { [0] = origin ?? new(OriginKind.Given, null, 0), [1] = new(OriginKind.Given, null, 1) };
        return new Summary(new SummaryKey(One, []), [Value.Open("slot")], ending, null, origins, 10, 10, new HashSet<object>(), [], [], [], [One], []);
    }

    static Application Read(string text)
    {
        var library = RuleLibrary.Load();
        var program = new Program(new JavaFrontEnd(library.Models).Lower([new SourceFile("Given.java", Encoding.UTF8.GetBytes(text))], 1, CancellationToken.None), []);
        return new Application(program, library.Models, library.Rules);
    }

    static Function Named(string name) => App.Program.Types["Given"].Functions.Single(f => f.Name == name);
}

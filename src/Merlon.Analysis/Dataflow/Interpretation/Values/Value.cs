using System.Collections.Immutable;

namespace Merlon.Analysis.Dataflow.Interpretation.Values;

/// <summary>
/// What a slot, field or element may hold: any of these constants, any of these objects of the heap and, when <see cref="IsOpen"/>,
/// anything else of the type; with the taint of all of it. Without any of the three it is <see cref="Nothing"/>: no such value exists.
/// Immutable; equality of the parts is <see cref="Same"/>, not <see cref="object.Equals(object)"/>.
/// </summary>
sealed class Value
{
    /// <summary>More constants than this become an open value.</summary>
    public const int MostConstants = 8;

    /// <summary>More objects than this become an open value.</summary>
    public const int MostObjects = 12;

    /// <summary>Stands for the constant null, which an array of constants could not tell from a missing one.</summary>
    public static readonly object NullConstant = new();

    /// <summary>The same where a function gave it that gives something on other ways, and nobody asked since.</summary>
    public static readonly object GivenNullConstant = new();

    const string WrittenNullType = "null";

    Value(ImmutableArray<object> constants, ImmutableArray<int> objects, bool open, string? type, Labels labels, Fact? fact = null)
    {
        Constants = constants;
        Objects = objects;
        IsOpen = open;
        Type = type;
        Labels = labels;
        Fact = fact;
    }

    public static Value Nothing { get; } = new([], [], false, null, Labels.None) { IsCommon = true };

    public static Value Unknown { get; } = new([], [], true, null, Labels.None) { IsCommon = true };

    public static Value Null { get; } = new([NullConstant], [], false, null, Labels.None) { IsCommon = true };

    /// <summary>A null that stands in the program, and not what a place holds that was never set.</summary>
    public static Value WrittenNull { get; } = new([NullConstant], [], false, WrittenNullType, Labels.None) { IsCommon = true };

    public static Value GivenNull { get; } = new([GivenNullConstant], [], false, null, Labels.None) { IsCommon = true };

    public static Value True { get; } = new([true], [], false, null, Labels.None) { IsCommon = true };

    public static Value False { get; } = new([false], [], false, null, Labels.None) { IsCommon = true };

    public static Value Zero { get; } = new([0L], [], false, null, Labels.None) { IsCommon = true };

    public static Value EmptyText { get; } = new([""], [], false, null, Labels.None) { IsCommon = true };

    /// <summary>Those that are the very same wherever they turn up.</summary>
    public static ImmutableArray<Value> Common { get; } = [Nothing, Unknown, Null, WrittenNull, GivenNull, True, False, Zero, EmptyText];

    /// <summary>Whether this is one of <see cref="Common"/>.</summary>
    public bool IsCommon { get; private init; }

    public ImmutableArray<object> Constants { get; }
    public ImmutableArray<int> Objects { get; }
    public bool IsOpen { get; }

    /// <summary>The declared type of the open part, when known.</summary>
    public string? Type { get; }

    public Labels Labels { get; }

    /// <summary>For a truth value: what holds when it is true or false.</summary>
    public Fact? Fact { get; }

    /// <summary>
    /// Whether this is what an object from outside turned out to hold when it was read: it says no more than that it was.
    /// </summary>
    public bool IsMade { get; private init; }

    public Value AsMade() => IsMade ? this : new(Constants, Objects, IsOpen, Type, Labels, Fact) { IsMade = true };

    /// <summary>With all that there is to a value.</summary>
    public static Value Made(ImmutableArray<object> constants, ImmutableArray<int> objects, bool isOpen, string? type, Labels labels, Fact? fact, bool isMade) =>
        new(constants, objects, isOpen, type, labels, fact) { IsMade = isMade };

    /// <summary>The same as something that a program put somewhere.</summary>
    public Value AsWritten() => IsMade ? new(Constants, Objects, IsOpen, Type, Labels, Fact) : this;

    public bool IsNothing => !IsOpen && Constants.IsEmpty && Objects.IsEmpty;

    public bool IsTainted => !Labels.IsEmpty;

    /// <summary>The only thing this can be, when that is a constant (null is <see cref="NullConstant"/>).</summary>
    public object? Single => !IsOpen && Objects.IsEmpty && Constants.Length == 1 ? Constants[0] : null;

    public string? SingleText => Single as string;

    public long? SingleInteger => Single is long number ? number : Single is char character ? character : null;

    /// <summary>Whether all that this can be is known: constants only.</summary>
    public bool IsConstant => !IsOpen && Objects.IsEmpty && !Constants.IsEmpty;

    public bool MayBeNull => IsOpen || HasNull;

    /// <summary>Whether null is among the constants.</summary>
    public bool HasNull
    {
        get
        {
            foreach (var constant in Constants)
                if (IsNullConstant(constant)) return true;
            return false;
        }
    }

    /// <summary>Whether a function gave null, or something else, and nobody asked which.</summary>
    public bool HasGivenNull
    {
        get
        {
            foreach (var constant in Constants)
                if (ReferenceEquals(constant, GivenNullConstant)) return true;
            return false;
        }
    }

    public static bool IsNullConstant(object? constant) => ReferenceEquals(constant, NullConstant) || ReferenceEquals(constant, GivenNullConstant);

    /// <summary>Whether this is null and nothing else, as the program says itself.</summary>
    public bool IsWrittenNull => Type == WrittenNullType && ReferenceEquals(Single, NullConstant);

    public static Value Constant(object? constant) => new([constant ?? NullConstant], [], false, null, Labels.None);

    public static Value OfObject(int number) => new([], [number], false, null, Labels.None);

    /// <summary>Clean, with all its parts.</summary>
    public static Value Of(ImmutableArray<object> constants, ImmutableArray<int> objects, bool isOpen, string? type) => new(constants, objects, isOpen, type, Labels.None);

    public static Value Open(string? type, Labels labels = default) => new([], [], true, type, labels);

    public static Value OfConstants(IEnumerable<object> constants, Labels labels)
    {
        ImmutableArray<object> distinct = [.. constants.Distinct()];
        return distinct.Length > MostConstants ? Open(null, labels) : new(distinct, [], false, null, labels);
    }

    public Value With(Labels labels) => labels.Same(Labels) && labels.IsEmpty ? this : new(Constants, Objects, IsOpen, Type, labels, Fact);

    public Value AddLabels(Labels labels) => labels.IsEmpty ? this : With(Labels.Join(Labels, labels));

    public Value WithoutFact => Fact is null ? this : new(Constants, Objects, IsOpen, Type, Labels);

    public Value With(Fact fact) => new(Constants, Objects, IsOpen, Type, Labels, fact);

    public Value WithType(string? type) => !IsOpen || type is null || type == Type ? this : new(Constants, Objects, IsOpen, type, Labels, Fact);

    /// <summary>Without some constants and objects.</summary>
    public Value Where(Func<object, bool> constant, Func<int, bool> obj) => Constants.All(constant) && Objects.All(obj)
        ? this
        : new([.. Constants.Where(constant)], [.. Objects.Where(obj)], IsOpen, Type, Labels, Fact);

    public Value WithoutNull => HasNull ? Where(c => !IsNullConstant(c), _ => true) : this;

    /// <summary>The same with its null as one that a function gave, or with one that says nothing of where it is from.</summary>
    public Value WithNull(bool isGiven)
    {
        var (from, to) = isGiven ? (NullConstant, GivenNullConstant) : (GivenNullConstant, NullConstant);
        return Constants.Contains(from) ? new([.. Constants.Where(c => c != from && c != to), to], Objects, IsOpen, IsOpen ? Type : null, Labels, Fact) : this;
    }

    /// <summary>The open part taken away, as after a test that only what is known can pass.</summary>
    public Value Closed => IsOpen ? new(Constants, Objects, false, null, Labels, Fact) : this;

    /// <summary>The same in another numbering of objects and sources. Always a value of its own; of its fact only the checks are kept.</summary>
    public Value Mapped(Func<int, int> obj, Func<Source, Source> source)
    {
        var objects = Objects.Length switch
        {
            0 => Objects,
            1 => [obj(Objects[0])],
            _ => [.. Objects.Select(obj).Distinct().Order()],
        };
        return new(Constants, objects, IsOpen, Type, Labels.Mapped(source), Fact?.Mapped(source));
    }

    /// <summary>Constants given up: what a loop keeps changing.</summary>
    public Value Widened => Constants.Length <= 1 ? this : new([], Objects, true, Type, Labels);

    /// <summary>All that either can be; <paramref name="left"/> itself when the other adds nothing.</summary>
    public static Value Join(Value left, Value right)
    {
        if (ReferenceEquals(left, right) || right.IsNothing) return left;
        if (left.IsNothing) return right;
        var labels = Labels.Join(left.Labels, right.Labels);
        var open = left.IsOpen || right.IsOpen;
        var constants = Union(left.Constants, right.Constants);
        var objects = Union(left.Objects, right.Objects);
        if (constants.Length > MostConstants) (constants, open) = ([], true);
        if (objects.Length > MostObjects) (objects, open) = (left.Objects, true);
        var type = left.IsOpen == right.IsOpen ? left.Type == right.Type ? left.Type : null : left.IsOpen ? left.Type : right.Type;
        if (open == left.IsOpen && type == left.Type && constants.Length == left.Constants.Length && objects.Length == left.Objects.Length
            && labels.Same(left.Labels))
            return left.Fact is null || ReferenceEquals(left.Fact, right.Fact) ? left : left.WithoutFact;
        return new(constants, objects, open, type, labels, ReferenceEquals(left.Fact, right.Fact) ? left.Fact : null);
    }

    /// <summary>Whether both can be exactly the same things with the same taint; facts are not compared.</summary>
    public bool Same(Value other) =>
        ReferenceEquals(this, other) || (IsOpen == other.IsOpen && Type == other.Type && Labels.Same(other.Labels)
            && Objects.AsSpan().SequenceEqual(other.Objects.AsSpan()) && Constants.Length == other.Constants.Length
            && Covers(other.Constants.AsSpan(), Constants.AsSpan()));

    static ImmutableArray<object> Union(ImmutableArray<object> left, ImmutableArray<object> right)
    {
        if (right.IsEmpty) return left;
        if (left.IsEmpty) return right;
        return Covers(left.AsSpan(), right.AsSpan()) ? left : [.. left, .. right.Where(c => !left.Contains(c))];
    }

    static ImmutableArray<int> Union(ImmutableArray<int> left, ImmutableArray<int> right)
    {
        if (right.IsEmpty) return left;
        if (left.IsEmpty) return right;
        return Covers(left.AsSpan(), right.AsSpan()) ? left : [.. left.Union(right).Order()];
    }

    static bool Covers<T>(ReadOnlySpan<T> left, ReadOnlySpan<T> right) where T : IEquatable<T>
    {
        foreach (var item in right)
            if (!left.Contains(item)) return false;
        return true;
    }

    static bool Covers(ReadOnlySpan<object> left, ReadOnlySpan<object> right)
    {
        foreach (var item in right)
            if (!Holds(left, item)) return false;
        return true;
    }

    static bool Holds(ReadOnlySpan<object> items, object sought)
    {
        foreach (var item in items)
            if (ReferenceEquals(item, sought) || item.Equals(sought)) return true;
        return false;
    }
}

namespace Merlon.Analysis.Dataflow.Interpretation.Values;

/// <summary>
/// The marks that sanitizers and checks put on tainted data, such as <c>html-escaped</c>, numbered so that a set of them is one word.
/// The names come from the models and rules; <see cref="Numeric"/> is the engine's own.
/// </summary>
sealed class Marks
{
    /// <summary>The data was turned into a number.</summary>
    public const string Numeric = "numeric";

    /// <summary>The data stands behind a constant that fixes where an address leads: a path, or a host and the slash after it.</summary>
    public const string Anchored = "anchored";

    /// <summary>The number was found to be no greater than something that does not come from outside.</summary>
    public const string BoundedAbove = "bounded-above";

    /// <summary>A set that satisfies every sink: the data equals a constant of the program.</summary>
    public const ulong All = ulong.MaxValue;

    readonly Dictionary<string, int> numbers = new() { [Numeric] = 0, [Anchored] = 1, [BoundedAbove] = 2 };

    public static ulong NumericSet => 1;

    public static ulong AnchoredSet => 2;

    public static ulong BoundedAboveSet => 4;

    /// <summary>The set of one mark. At most 63 names can be told apart.</summary>
    public ulong Of(string name)
    {
        if (!numbers.TryGetValue(name, out var number))
        {
            number = numbers.Count;
            if (number >= 63) throw new InvalidOperationException("More than 63 marks.");
            numbers.Add(name, number);
        }
        return 1UL << number;
    }

    public ulong Of(IEnumerable<string> names) => names.Aggregate(0UL, (set, name) => set | Of(name));
}

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

    /// <summary>The data stands directly behind <c>redirect:</c>: it chooses where the browser is sent.</summary>
    public const string Redirecting = "redirecting";

    /// <summary>The data stands behind a text of the program that opens or closes a tag.</summary>
    public const string InMarkup = "in-markup";

    /// <summary>The data holds no character that an address would take for more than data.</summary>
    public const string UrlEncoded = "url-encoded";

    /// <summary>The framework held the object against the constraints that its members declare.</summary>
    public const string Validated = "validated";

    /// <summary>The number was found to be no greater than something that does not come from outside.</summary>
    public const string BoundedAbove = "bounded-above";

    /// <summary>The number was found to be no less than something that does not come from outside.</summary>
    public const string BoundedBelow = "bounded-below";

    /// <summary>The number was found not to be zero.</summary>
    public const string NonZero = "non-zero";

    /// <summary>The number is the distance from zero of another: what bounds it above bounds the other on both sides.</summary>
    public const string Magnitude = "magnitude";

    /// <summary>Bounded on both sides; it follows from those two and is never put on data itself.</summary>
    public const string InRange = "in-range";

    /// <summary>The data went into a function of the application that was not followed, and is taken to be in all that came out of it.</summary>
    public const string Guessed = "guessed";

    /// <summary>The data is that for which a test that was not followed answered true, or false.</summary>
    public const string PerhapsTested = "perhaps-tested", PerhapsRefused = "perhaps-refused";

    /// <summary>A set that satisfies every sink: the data equals a constant of the program.</summary>
    public const ulong All = ulong.MaxValue;

    readonly Dictionary<string, int> numbers = new() { [Numeric] = 0, [Anchored] = 1, [BoundedAbove] = 2, [BoundedBelow] = 3, [NonZero] = 4, [Magnitude] = 5, [InRange] = 6, [Redirecting] = 7, [UrlEncoded] = 8, [Validated] = 9, [Guessed] = 10, [PerhapsTested] = 11, [PerhapsRefused] = 12, [InMarkup] = 13 };

    public static ulong NumericSet => 1;

    public static ulong AnchoredSet => 2;

    public static ulong RedirectingSet => 128;

    public static ulong UrlEncodedSet => 256;

    public static ulong InMarkupSet => 8192;

    public static ulong ValidatedSet => 512;

    public static ulong GuessedSet => 1024;

    public static ulong PerhapsTestedSet => 2048;

    public static ulong PerhapsRefusedSet => 4096;

    /// <summary>The marks of which any one makes a finding a guess.</summary>
    public static ulong Guesses => GuessedSet | PerhapsTestedSet | PerhapsRefusedSet;

    public static ulong BoundedAboveSet => 4;

    public static ulong BoundedBelowSet => 8;

    public static ulong NonZeroSet => 16;

    public static ulong MagnitudeSet => 32;

    /// <summary>Bounded above and below.</summary>
    public static ulong BoundedSet => BoundedAboveSet | BoundedBelowSet;

    /// <summary>The marks with what follows from them.</summary>
    public static ulong WithConsequences(ulong marks) => (marks & BoundedSet) == BoundedSet ? marks | InRangeSet : marks;

    static ulong InRangeSet => 64;

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

    /// <summary>The names of a set, in the order in which they were given.</summary>
    public IEnumerable<string> Names(ulong set) => numbers.OrderBy(n => n.Value).Where(n => (set & 1UL << n.Value) != 0).Select(n => n.Key);

    public ulong Of(IEnumerable<string> names) => names.Aggregate(0UL, (set, name) => set | Of(name));
}

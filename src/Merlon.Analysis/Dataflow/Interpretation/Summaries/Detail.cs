using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Interpretation.Summaries;

/// <summary>How closely a summary looks at what its function is handed.</summary>
/// <param name="Depth">How many references away from the slots objects are looked into.</param>
/// <param name="MostObjects">How many objects are looked into.</param>
/// <param name="HasTexts">Whether texts and numbers in objects are told apart.</param>
/// <param name="Varied">The parameters, by their bits, whose texts and numbers are not told apart.</param>
readonly record struct Detail(int Depth, int MostObjects, bool HasTexts, ulong Varied)
{
    /// <summary>A function with more calls than this is handed so many different things that little is gained by telling all of them apart.</summary>
    const int ManyCalls = 3;

    static readonly Detail Close = new(3, 48, HasTexts: true, 0), Coarse = new(1, 8, HasTexts: false, 0);

    /// <summary>More different constants than this are not told apart.</summary>
    const int Few = 4;

    /// <summary>The same where a rule or a model looks at the constants themselves: names of algorithms, keys, patterns.</summary>
    const int FewNames = 16;

    /// <param name="sites">What the calls of the program hand over.</param>
    /// <param name="namesCount">Whether a rule or a model may look at constants in the function or below it.</param>
    public static Detail Of(Function function, CallSites sites, bool namesCount)
    {
        var varied = 0UL;
        for (var i = 0; i < Math.Min(64, function.Parameters.Length); i++)
            if (sites.ConstantsOf(function, i) > (namesCount ? FewNames : Few)) varied |= 1UL << i;
        return (sites.CountOf(function) > ManyCalls ? Coarse : Close) with { Varied = varied };
    }

    /// <summary>A value of a parameter as far as it is told apart from others.</summary>
    public Value OfParameter(int index, Value value, string? type) => index is >= 0 and < 64 && (Varied >> index & 1) != 0 ? Blurred(value, type) : value;

    /// <summary>A value in an object as far as it is told apart from others.</summary>
    public Value OfPart(Value value) => HasTexts ? value : Blurred(value, null);

    /// <summary>Null and truth values are few; other constants could be any.</summary>
    static Value Blurred(Value value, string? type) =>
        value.Constants.All(IsOneOfFew) ? value : Value.Join(value.Where(IsOneOfFew, _ => true), Value.Open(type));

    static bool IsOneOfFew(object constant) => constant is bool || Value.IsNullConstant(constant);
}

using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Merlon.Packages.Bills.CycloneDx.Rules;

/// <summary>What a value has to be, as the rule files say it.</summary>
abstract record Rule
{
    public sealed record Anything : Rule;

    /// <summary>Any object, whatever its members.</summary>
    public sealed record AnyObject : Rule;

    /// <summary>Text; lengths are in characters, the format is JSON Schema's word for it.</summary>
    public sealed record Text(int Min, int Max, string? Format, Regex? Pattern) : Rule;

    /// <summary>One of a fixed set of texts.</summary>
    public sealed record Words(FrozenSet<string> Allowed) : Rule;

    public sealed record Number(bool Whole, decimal Min, decimal Max) : Rule;

    public sealed record Boolean : Rule;

    /// <summary>The definition of that name.</summary>
    public sealed record Named(string Name) : Rule;

    public sealed record List(Rule Item, int Min, int Max, bool Unique) : Rule;

    /// <summary>Exactly one of the rules holds.</summary>
    public sealed record One(Rule[] Of) : Rule;

    /// <summary>At least one of the rules holds.</summary>
    public sealed record Some(Rule[] Of) : Rule;

    public sealed record All(Rule[] Of) : Rule;

    public sealed record Not(Rule Inner) : Rule;

    /// <summary>The object has all of these members.</summary>
    public sealed record Has(string[] Members) : Rule;

    /// <summary>The object's member is false or missing.</summary>
    public sealed record FalseOrMissing(string Member) : Rule;
}

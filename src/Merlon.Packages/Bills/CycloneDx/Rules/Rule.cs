using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Merlon.Packages.Bills.CycloneDx.Rules;

/// <summary>What a value has to be, as the rule files say it.</summary>
abstract record Rule
{
    /// <summary>The rules that this one is made of.</summary>
    public virtual IEnumerable<Rule> Parts => [];

    public sealed record Anything : Rule;

    /// <summary>Any object, whatever its members.</summary>
    public sealed record AnyObject : Rule;

    /// <summary>Text; lengths are in characters, the format is JSON Schema's word for it.</summary>
    public sealed record Text(int Min, int Max, string? Format, Regex? Pattern) : Rule
    {
        /// <summary>Whether any text will do.</summary>
        public bool IsFree => Min == 0 && Max == int.MaxValue && Format is null && Pattern is null;
    }

    /// <summary>One of a fixed set of texts.</summary>
    public sealed record Words(FrozenSet<string> Allowed) : Rule
    {
        readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> bySpan = Allowed.GetAlternateLookup<ReadOnlySpan<char>>();

        public bool Allows(ReadOnlySpan<char> word) => bySpan.Contains(word);
    }

    public sealed record Number(bool Whole, decimal Min, decimal Max) : Rule;

    public sealed record Boolean : Rule;

    /// <summary>The definition of that name.</summary>
    public sealed record Named(string Name) : Rule
    {
        /// <summary>The definition in the rules for JSON; they fill it in once all of it is read.</summary>
        public JsonDefinition? Definition { get; set; }
    }

    public sealed record List(Rule Item, int Min, int Max, bool Unique) : Rule
    {
        public override IEnumerable<Rule> Parts => [Item];
    }

    /// <summary>Exactly one of the rules holds.</summary>
    public sealed record One(Rule[] Of) : Rule
    {
        public override IEnumerable<Rule> Parts => Of;
    }

    /// <summary>At least one of the rules holds.</summary>
    public sealed record Some(Rule[] Of) : Rule
    {
        public override IEnumerable<Rule> Parts => Of;
    }

    public sealed record All(Rule[] Of) : Rule
    {
        public override IEnumerable<Rule> Parts => Of;
    }

    public sealed record Not(Rule Inner) : Rule
    {
        public override IEnumerable<Rule> Parts => [Inner];
    }

    /// <summary>The object has all of these members.</summary>
    public sealed record Has(string[] Members) : Rule;

    /// <summary>The object's member is false or missing.</summary>
    public sealed record FalseOrMissing(string Member) : Rule;

    /// <summary>Where this rule and its parts refer to definitions.</summary>
    public IEnumerable<Named> AllNamed() => this is Named named ? [named] : Parts.SelectMany(static part => part.AllNamed());
}

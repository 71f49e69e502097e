using System.Collections.Immutable;
using Merlon.Analysis.Evidence.Copyrights;
using Merlon.Analysis.Evidence.Licenses.Expressions;
using Merlon.Analysis.Evidence.Licenses.Names;
using Merlon.Analysis.Evidence.Licenses.Rules;
using Merlon.Analysis.Evidence.Licenses.Spdx;
using Merlon.Analysis.Evidence.Licenses.Texts;
using Merlon.Analysis.Evidence.Tokens;

namespace Merlon.Analysis.Evidence.Licenses;

/// <summary>Everything the engine knows of licences: read and indexed once, shared by all threads.</summary>
internal sealed class LicenseKnowledge
{
    LicenseKnowledge(SpdxList list)
    {
        Vocabulary = new();
        Spellings.AddTo(Vocabulary);
        Ids = new(list, DataFile.Read("deprecated-ids"));
        Expressions = new(Ids);
        var published = list.Licenses.Where(l => Ids.IsCurrent(l.Id) && !l.Id.StartsWith("any-OSI", StringComparison.Ordinal)).ToList();
        Texts = LicenseTexts.Build(VariantFile.AddTo(published, DataFile.Read("variants")), Vocabulary);
        Siblings = new(DataFile.Read("siblings"), Vocabulary);
        Grams = new(Texts);
        Mentions = new(FamilyFile.Read(DataFile.Read("families")).AddRange(SpdxNames.Of(list, Ids)), Vocabulary);
        Addresses = new(list, Ids, Expressions, DataFile.Read("addresses"), DataFile.Read("repositories"));
        Rules = new(RuleFile.Read(DataFile.Read("rules")).AddRange(RuleFile.Read(DataFile.Read("exceptions"))), Vocabulary);
        Tags = new(Vocabulary, Expressions);
        Choice = new(Vocabulary);
    }

    public Vocabulary Vocabulary { get; }
    public SpdxIds Ids { get; }
    public ExpressionParser Expressions { get; }
    public ImmutableArray<LicenseText> Texts { get; }
    public Siblings Siblings { get; }
    public GramIndex Grams { get; }
    public MentionFinder Mentions { get; }
    public LicenseAddresses Addresses { get; }
    public RuleMatcher Rules { get; }
    public TagFinder Tags { get; }
    public Choice Choice { get; }

    public WordLists CopyrightWords { get; } = new(DataFile.Read("copyright-words"));

    public static LicenseKnowledge Load() => new(SpdxList.Read());
}

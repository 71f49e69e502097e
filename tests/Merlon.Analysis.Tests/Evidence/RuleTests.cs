using System.Collections.Immutable;
using Merlon.Analysis.Evidence.Licenses.Rules;

namespace Merlon.Analysis.Tests.Evidence;

public sealed class RuleTests
{
    [Fact]
    public void Phrase_WithChoicesAndOptions_ReadsEveryWay() =>
        Phrase.Expand("a (b|c d) [e]").Select(w => string.Join(' ', w)).ShouldBe(["a b", "a b e", "a c d", "a c d e"], ignoreOrder: true);

    [Theory]
    [InlineData("a (b")]
    [InlineData("a b)")]
    public void Phrase_WithABracketTooManyOrTooFew_IsRefused(string phrase) => Should.Throw<FormatException>(() => Phrase.Expand(phrase));

    [Theory]
    [InlineData("MIT or apache-2.0", "MIT OR Apache-2.0")]
    [InlineData("GPL-2.0 AND (MIT OR ISC)", "GPL-2.0-only AND (MIT OR ISC)")]
    [InlineData("MIT/Apache-2.0", "MIT OR Apache-2.0")]
    [InlineData("MIT OR MIT", "MIT")]
    [InlineData("MIT AND", null)]
    [InlineData("Nest-License-9", null)]
    [InlineData("((MIT)", null)]
    public void Expression_AsPeopleWriteIt_IsNormalised(string text, string? expression) => EvidenceOf.Licences.Expressions.Parse(text).ShouldBe(expression);

    [Fact]
    public void Rules_AllOfThem_NameKnownLicencesAndExceptions()
    {
        var all = RuleFile.Read(Merlon.Analysis.Evidence.DataFile.Read("rules")).AddRange(RuleFile.Read(Merlon.Analysis.Evidence.DataFile.Read("exceptions")));
        all.Where(r => !r.Rule.IsMention && r.Rule.Choice == 0).Where(r => r.Rule.IsException ? EvidenceOf.Licences.Ids.Exception(r.Rule.Expression) is null : EvidenceOf.Licences.Expressions.Parse(r.Rule.Expression) is null && EvidenceOf.Licences.Ids.Exception(r.Rule.Expression) is null)
            .Select(r => r.Rule.Expression).ToImmutableArray().ShouldBeEmpty();
    }

    [Fact]
    public void Addresses_AllOfThem_NameKnownLicences()
    {
        var yaml = new YamlDotNet.Serialization.DeserializerBuilder().Build();
        var named = yaml.Deserialize<Dictionary<string, string>>(Merlon.Analysis.Evidence.DataFile.Read("addresses")).Values
            .Concat(yaml.Deserialize<Dictionary<string, List<string>>>(Merlon.Analysis.Evidence.DataFile.Read("repositories")).Keys);
        named.Where(e => EvidenceOf.Licences.Expressions.Parse(e) is null).ShouldBeEmpty();
    }
}

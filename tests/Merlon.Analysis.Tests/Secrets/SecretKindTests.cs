using System.Text.RegularExpressions;
using Merlon.Analysis.Secrets.Kinds;

namespace Merlon.Analysis.Tests.Secrets;

public sealed class SecretKindTests
{
    [Fact]
    public void BuiltInKinds_AreManyAndSound()
    {
        var kinds = KindSet.Default.All;

        kinds.Length.ShouldBeGreaterThanOrEqualTo(200);
        kinds.Select(k => k.Id).ShouldBeUnique();
        foreach (var kind in kinds.Where(k => k.Pattern is not null))
        {
            Should.NotThrow(() => kind.Shape, kind.Id);
            kind.Shape.IsMatch(PatternSample.Of(kind.Pattern!, new Made(kind.Id))).ShouldBeTrue(kind.Id);
        }
    }

    [Theory]
    [InlineData("kinds:\n  - { id: a, title: A, mend: x, keywords: [ab], pattern: 'ab' }", "f.yaml:2: The keyword 'ab' is shorter than three characters.")]
    [InlineData("kinds:\n  - { id: a, title: A, mend: x, keywords: [abc], pattern: 'ab(' }", "f.yaml:2: The pattern cannot be used")]
    [InlineData("kinds:\n  - { id: a, title: A, mend: x, names: [abc] }", "f.yaml:2: The kind 'a' has names but no value.")]
    [InlineData("kinds:\n  - { id: a, title: A, mend: x, keywords: [abc], pattern: abc, check: luck }", "f.yaml:2: 'luck' is not a check")]
    [InlineData("kinds:\n  - id: a\n    title: A\n    colour: red", "f.yaml:4: 'colour' is not known here")]
    [InlineData("mend: x\nkinds:\n  - { id: a, title: A, keywords: [abc], pattern: abc }\n  - { id: a, title: B, keywords: [abc], pattern: abc }", "f.yaml:4: There is another kind 'a'.")]
    public void Read_OfAFileWithAnError_TellsWhatAndWhere(string text, string told) =>
        KindSet.Read("f.yaml", new StringReader(text)).Errors[0].ToString().ShouldStartWith(told);

    [Theory]
    [InlineData("ghp_[0-9A-Za-z]{36}", 40)]
    [InlineData("a(?:bc|d)?[x-z]{2,5}e+", 4)]
    [InlineData("(?:one|three)\\.[a\\]b]{3}", 7)]
    public void MinLength_OfAPattern_IsItsShortestMatch(string pattern, int length) => PatternLength.Of(pattern).ShouldBe(length);
}

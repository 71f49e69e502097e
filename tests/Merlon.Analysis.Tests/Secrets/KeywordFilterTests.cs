using System.Text;
using Merlon.Analysis.Secrets;
using Merlon.Analysis.Secrets.Kinds;

namespace Merlon.Analysis.Tests.Secrets;

public sealed class KeywordFilterTests
{
    static readonly KeywordFilter Filter = new(
    [
        Kind("shape", SecretMatcher.Shape, "SK0", "SK0live", "tok_"),
        Kind("name", SecretMatcher.Assignment, "passw", "key"),
    ]);

    [Theory]
    [InlineData("nothing", "a quiet file of words", "")]
    [InlineData("a shape's letters count", "sk0 TOK_ tok_1", "9 tok_")]
    [InlineData("a name's do not", "PassWord Key=1", "0 passw, 9 key")]
    [InlineData("one keyword in another", "SK0live", "0 SK0, 0 SK0live")]
    [InlineData("side by side in one stretch of eight bytes", "keykey!!!", "0 key, 3 key")]
    [InlineData("three bytes before the last", ".......key.", "7 key")]
    [InlineData("a byte that is no ASCII in the keyword's place", "pas\u0153w keys", "7 key")]
    [InlineData("shorter than a keyword", "ke", "")]
    public void Next_GivesEveryKeyword_WhereItStands(string what, string text, string expected)
    {
        var (bytes, keywords, found) = (Encoding.UTF8.GetBytes(text), new List<KeywordFilter.Keyword>(), new List<string>());
        for (var at = Filter.Next(bytes, 0, keywords); at >= 0; at = Filter.Next(bytes, at + 1, keywords))
            found.AddRange(keywords.Select(k => $"{at} {Encoding.ASCII.GetString(k.Text)}"));

        string.Join(", ", found).ShouldBe(expected, what);
    }

    [Fact]
    public void Next_FindsAKeyword_AtEveryPlaceOfAText()
    {
        var keywords = new List<KeywordFilter.Keyword>();
        for (var at = 0; at < 40; at++)
        {
            var text = Encoding.ASCII.GetBytes(new string('.', at) + "tok_" + new string('.', 40 - at));
            Filter.Next(text, 0, keywords).ShouldBe(at);
            Filter.Next(text, at + 1, keywords).ShouldBe(-1);
        }
    }

    static SecretKind Kind(string id, SecretMatcher matcher, params string[] keywords) =>
        new() { Id = id, Title = id, Severity = FindingSeverity.High, Mend = "-", Matcher = matcher, Keywords = [.. keywords] };
}

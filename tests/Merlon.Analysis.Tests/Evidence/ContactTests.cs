using Merlon.Analysis.Evidence.SearchTerms;

namespace Merlon.Analysis.Tests.Evidence;

public sealed class ContactTests
{
    [Theory]
    [InlineData("<ada.wren+lists@nest.io>,", "ada.wren+lists@nest.io")]
    [InlineData("ada (at) nest (dot) io", "ada@nest.io")]
    [InlineData("write to ada at nest dot io", "ada@nest.io")]
    [InlineData("ada [at] nest.io", "ada@nest.io")]
    public void Email_InAnyDress_IsFound(string text, string email) => EvidenceOf.Text(text).Emails.ShouldHaveSingleItem().Email.ShouldBe(email);

    [Theory]
    [InlineData("icon@2x.png")]
    [InlineData("left-pad@1.3.0")]
    [InlineData("@Override public")]
    [InlineData("look at this dot")]
    public void Text_ThatIsNoAddress_IsNoEmail(string text) => EvidenceOf.Text(text).Emails.ShouldBeEmpty();

    [Theory]
    [InlineData("See (https://nest.io/a_(b)).", "https://nest.io/a_(b)")]
    [InlineData("git clone https://me:s3cr3t@nest.io/a?b@c", "https://me:***@nest.io/a?b@c")]
    [InlineData("https://me@nest.io:80/a", "https://me@nest.io:80/a")]
    [InlineData("<a href=\"http://nest.io/x?y=1&z=2\">", "http://nest.io/x?y=1&z=2")]
    [InlineData("at www.nest.io, today", "www.nest.io")]
    public void Url_InText_EndsWhereItEnds(string text, string url) => EvidenceOf.Text(text).Urls.ShouldHaveSingleItem().Url.ShouldBe(url);

    [Theory]
    [InlineData("http://www.w3.org/2001/XMLSchema", true)]
    [InlineData("https://example.com/start", true)]
    [InlineData("https://nest.io/start", null)]
    public void Url_OfASchemaOrExample_IsMarked(string url, bool? placeholder) => EvidenceOf.Text(url).Urls.Single().Placeholder.ShouldBe(placeholder);

    [Fact]
    public void Terms_PlainAndPattern_AreFoundWithPlaces()
    {
        var terms = SearchTermSet.Create([new("crypto"), new(@"export-\d+", IsPattern: true)], out var errors);
        errors.ShouldBeEmpty();
        var found = EvidenceOf.Text("one\nuses Crypto and export-42\n", terms).Terms;
        found.Select(t => (t.Term, t.Text, t.Line, t.StartByte)).ShouldBe([("crypto", "Crypto", 2, 9L), (@"export-\d+", "export-42", 2, 20L)]);
    }

    [Theory]
    [InlineData("(")]
    [InlineData(@"(a)\1")]
    [InlineData("")]
    public void Term_ThatCannotBeSearchedInLinearTime_IsRefusedByName(string pattern)
    {
        SearchTermSet.Create([new(pattern, IsPattern: true)], out var errors).ShouldBeNull();
        errors.ShouldHaveSingleItem().ShouldStartWith($"\"{pattern}\"");
    }

    [Fact]
    public void Term_MadeToExplode_EndsAtOnce()
    {
        var terms = SearchTermSet.Create([new("(a+)+$", IsPattern: true)], out _);
        EvidenceOf.Text(new string('a', 50_000) + "!", terms).Terms.ShouldBeEmpty();
    }
}

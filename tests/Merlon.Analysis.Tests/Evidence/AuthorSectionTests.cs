namespace Merlon.Analysis.Tests.Evidence;

/// <summary>Authors in parts of documents and manifests that are about them.</summary>
public sealed class AuthorSectionTests
{
    [Theory]
    [InlineData("POD", "=head1 NAME\n\nNest - builds\n\n=head1 AUTHOR\n\nAda Wren E<lt>ada@nest.ioE<gt>\n\n=head1 SEE ALSO\n\nBo Finch", new[] { "Ada Wren <ada@nest.io>" })]
    [InlineData("POD with items", "=head1 AUTHORS\n\n=over 4\n\n=item * Ada Wren, C<< <ada@nest.io> >>\n\n=item *\n\nBo van Finch\n\n=back\n\n=cut\n\nCy Reed", new[] { "Ada Wren <ada@nest.io>", "Bo van Finch" })]
    [InlineData("Markdown", "# Nest\n\n## Authors\n\n* **Ada Wren** - *Initial work* - [AdaWren](https://nest.io/ada)\n* [Bo Finch](https://finch.dev) <bo@finch.dev>\n- Cy Reed (@cyreed)\n\n## License\n\nMIT, see Nest File", new[] { "Ada Wren", "Bo Finch <bo@finch.dev>", "Cy Reed" })]
    [InlineData("reStructuredText", "Nest\n====\n\nMaintainers\n-----------\n\n1. Ada Wren <ada@nest.io>, the parser\n2. Bo Finch\n\nHistory\n-------\n\n* Cy Reed", new[] { "Ada Wren <ada@nest.io>", "Bo Finch" })]
    [InlineData("a manual page", ".SH NAME\nnest\n.SH AUTHORS\nAda Wren <ada@nest.io>\n.br\nBo Finch\n.SH BUGS\nCy Reed", new[] { "Ada Wren <ada@nest.io>", "Bo Finch" })]
    [InlineData("R", "Package: nest\nAuthors@R: c(\n    person(\"Ada\", \"Wren\", email = \"ada@nest.io\", role = c(\"aut\", \"cre\")),\n    person(given = \"Bo\", family = \"Finch\", role = \"aut\"),\n    person(\"Heron Works\", role = \"cph\"))\nLicense: GPL-3", new[] { "Ada Wren <ada@nest.io>", "Bo Finch" })]
    [InlineData("Maven", "<project>\n <developers>\n  <developer>\n   <id>ada</id>\n   <name>Ada Wren</name>\n   <email>ada@nest.io</email>\n  </developer>\n  <developer><name>Bo Finch</name></developer>\n </developers>\n <name>Nest</name>\n</project>", new[] { "Ada Wren <ada@nest.io>", "Bo Finch" })]
    public void Section_OfAuthors_NamesEach(string what, string text, string[] authors) =>
        EvidenceOf.Text(text).Authors.Select(a => a.Author).ShouldBe(authors, what);

    [Theory]
    [InlineData("a reference", "## Authors\n\nSee the list of contributors who participated in this project.\n")]
    [InlineData("a sentence", "=head1 AUTHOR\n\nThis Module Documentation was made long ago.\n\n=cut\n")]
    [InlineData("a word alone", "## Maintainers\n\n* Documentation\n* [Issues](https://nest.io/issues)\n")]
    [InlineData("a heading inside code", "int authors = 0;\nAda Wren\n")]
    public void Text_ThatNamesNobody_HasNoAuthors(string what, string text) => EvidenceOf.Text(text).Authors.ShouldBeEmpty(what);

    [Fact]
    public void Author_InASection_StandsOnItsLine() =>
        EvidenceOf.Text("# Nest\n\n## Authors\n\n* Ada Wren <ada@nest.io>\n").Authors.ShouldHaveSingleItem().Line.ShouldBe(5);
}

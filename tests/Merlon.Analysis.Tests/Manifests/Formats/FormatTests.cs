using Merlon.Analysis.Manifests;
using Merlon.Analysis.Manifests.Formats;

namespace Merlon.Analysis.Tests.Manifests.Formats;

public sealed class FormatTests
{
    [Theory]
    [InlineData("a = 1", "a", "1")]
    [InlineData("a.b.'c d' = 'x\\y'", "a/b/c d", "x\\y")]
    [InlineData("a = \"t\\t\\u00e9\\\"\" # comment", "a", "t\té\"")]
    [InlineData("[t]\n[t.u]\nk = true", "t/u/k", "true")]
    [InlineData("[[l]]\nk = 1\n[[l]]\nk = 2\n[l.sub]\nx = 3", "l/1/sub/x", "3")]
    [InlineData("a = [1, [2, 3,],\n # comment\n {k = 'v', n.m = 5}]", "a/2/n/m", "5")]
    [InlineData("a = \"\"\"\nline one\nline \\\n   two\"\"\"", "a", "line one\nline two")]
    [InlineData("a = '''it's'''", "a", "it's")]
    [InlineData("a = 1979-05-27T07:32:00Z", "a", "1979-05-27T07:32:00Z")]
    [InlineData("'quoted \"key\"' = 1", "quoted \"key\"", "1")]
    [InlineData("\"\" = 1", "", "1")]
    public void Toml_ReadsWhatTheSpecificationShows(string text, string path, string expected)
    {
        var node = Toml.Read(text);
        foreach (var part in path.Split('/')) node = node.Items.Count > 0 ? node.Items[int.Parse(part)] : node[part];

        node.Text.ShouldBe(expected);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("a =")]
    [InlineData("a = 'x")]
    [InlineData("a = \"\\uZZZZ\"")]
    [InlineData("a = [1 2]")]
    [InlineData("a = {k = 1")]
    [InlineData("[t\nk = 1")]
    [InlineData("a = 1 b = 2")]
    [InlineData("a = 1\na.b = 2")]
    [InlineData("= 1")]
    public void Toml_RefusesWhatIsNone(string text) => Should.Throw<ManifestException>(() => Toml.Read(text));

    [Fact]
    public void Formats_NestedTooDeep_AreRefusedNotOverflowed()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 100_000));

        Should.Throw<ManifestException>(() => Toml.Read("a = " + deep));
        Should.Throw<ManifestException>(() => Yaml.Read(new StringReader(deep)));
        Should.Throw<Exception>(() => Json.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(deep))));
        Should.Throw<ManifestException>(() => Xml.Read(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<a>", 100_000))))));
    }

    [Fact]
    public void Yaml_OfAliasesThatMultiply_IsRefused()
    {
        var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(1, 30).Select(i => $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 10))}]\n"));

        Should.Throw<ManifestException>(() => Yaml.Read(new StringReader(bomb))).Message.ShouldContain("aliases");
    }

    [Theory]
    [InlineData("a: &x {k: v}\nb: *x", "b/k", "v")]
    [InlineData("a: null\nb: ~\nc: 'null'", "c", "null")]
    [InlineData("- 1\n- [2, 3]", "1/0", "2")]
    public void Yaml_ReadsAliasesNullsAndLists(string text, string path, string expected)
    {
        var node = Yaml.Read(new StringReader(text));
        foreach (var part in path.Split('/')) node = node.Items.Count > 0 ? node.Items[int.Parse(part)] : node[part];

        node.Text.ShouldBe(expected);
    }
}

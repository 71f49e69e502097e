using System.Text;
using Merlon.Analysis.Secrets;
using Merlon.Analysis.Secrets.Kinds;
using Merlon.Analysis.Trees;

namespace Merlon.Analysis.Tests.Secrets;

/// <summary>The examples as a whole: nearly all of them right, and those that are not by name.</summary>
public sealed class SecretExampleTests
{
    private const double Bar = 0.98;
    private const int FewestExamples = 1000;

    private static readonly KeywordFilter Filter = new(KindSet.Default.All);

    [Fact]
    public void Examples_TrueAndFalse_AreToldApart()
    {
        Example[] all = [.. TrueExamples.All(), .. TrueInContext.All(), .. TrueInTools.All(), .. TrueInSystems.All(), .. TrueInCalls.All(), .. FalseExamples.All(), .. FalseInContext.All(), .. FalseInTools.All(), .. FalseInSystems.All(), .. FalseInCalls.All(), .. TrueInNotations.All(), .. FalseInNotations.All()];
        var reader = new SecretReader(KindSet.Default, Filter, new());
        var missed = all.Where(e => e.Secret is not null && !Finds(reader, e)).ToList();
        var wrong = all.Where(e => e.Secret is null && Find(reader, e).Count > 0).ToList();

        var right = all.Count(e => e.Secret is not null) - missed.Count;
        var told = $"{all.Length} examples, {missed.Count} missed, {wrong.Count} wrong\n" + string.Join('\n', missed.Select(e => $"missed: {e.Name}").Concat(wrong.Select(e => $"wrong: {e.Name} ({string.Join(", ", Find(reader, e).Select(m => m.Kind.Id))})")));
        all.Length.ShouldBeGreaterThanOrEqualTo(FewestExamples);
        ((double)right / (right + missed.Count)).ShouldBeGreaterThanOrEqualTo(Bar, told);
        ((double)right / (right + wrong.Count)).ShouldBeGreaterThanOrEqualTo(Bar, told);
    }

    [Fact]
    public void Examples_OfEveryKindWithAShape_AreOfThatKindOrOfOneThatKnowsMore()
    {
        var reader = new SecretReader(KindSet.Default, Filter, new());
        var lost = KindSet.Default.All.Where(k => k.Matcher == SecretMatcher.Shape).Where(kind =>
        {
            var value = TrueExamples.Value(kind, new Made(kind.Id + "/own"));
            return !Find(reader, new("", "a.conf", $"x={value}\nAccountKey={value}\nSharedAccessKey={value}\n&{value}\n", value)).Exists(m => m.Kind.Rank >= kind.Rank);
        });
        lost.Select(k => k.Id).ShouldBeEmpty();
    }

    private static bool Finds(SecretReader reader, Example example) => Find(reader, example).Any(m => m.Value.Contains(example.Secret!, StringComparison.Ordinal) || example.Secret!.Contains(m.Value, StringComparison.Ordinal));

    private static List<SecretMatch> Find(SecretReader reader, Example example)
    {
        var text = Encoding.UTF8.GetBytes(example.Text);
        return [.. reader.Read(text, new FileFacts(new TreeFile(example.Path, text.Length)), shapesOnly: false)];
    }
}

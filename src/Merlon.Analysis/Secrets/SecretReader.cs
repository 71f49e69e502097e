using Merlon.Analysis.Secrets.Kinds;
using Merlon.Analysis.Secrets.Matchers;

namespace Merlon.Analysis.Secrets;

/// <summary>Reads texts for secrets, one after another, reusing its lists. One per thread.</summary>
internal sealed class SecretReader(KindSet kinds, KeywordFilter filter, SecretSettings settings)
{
    private readonly List<KeywordFilter.Keyword> _keywords = [];
    private readonly List<SecretMatch> _found = [];

    /// <summary>The secrets in <paramref name="text"/>, in the order in which they stand; the list is valid until the next call.</summary>
    /// <param name="shapesOnly">Whether only secrets that their own shape tells are of interest, as in what is no text.</param>
    public IReadOnlyList<SecretMatch> Read(ReadOnlySpan<byte> text, FileFacts file, bool shapesOnly)
    {
        _found.Clear();
        if (text.IsEmpty) return _found;
        var look = new SecretLook(text, file, settings, _found);
        WholeFile(ref look);
        for (var at = filter.Next(text, 0, _keywords); at >= 0; at = filter.Next(text, at + 1, _keywords))
        {
            foreach (var keyword in _keywords)
            {
                if (shapesOnly && keyword.Kind.Matcher is not (SecretMatcher.Shape or SecretMatcher.PrivateKey)) continue;
                (look.At, look.End) = (at, at + keyword.Text.Length);
                Match(ref look, keyword.Kind);
            }
        }
        return Resolve();
    }

    private void Match(ref SecretLook look, SecretKind kind)
    {
        switch (kind.Matcher)
        {
            case SecretMatcher.Shape: ShapeMatcher.Match(ref look, kind); break;
            case SecretMatcher.Assignment or SecretMatcher.Named: AssignmentMatcher.Match(ref look, kinds); break;
            case SecretMatcher.PrivateKey: PrivateKeyMatcher.Match(ref look, kind, kinds["encrypted-private-key"]); break;
            case SecretMatcher.Putty: FileMatchers.Putty(ref look, kind, kinds["encrypted-private-key"]); break;
            case SecretMatcher.RsaXml: FileMatchers.RsaXml(ref look, kind); break;
            case SecretMatcher.Jwk: FileMatchers.Jwk(ref look, kind); break;
            case SecretMatcher.UrlPassword: UrlPasswordMatcher.Match(ref look, kind); break;
            case SecretMatcher.BasicAuth: HeaderMatcher.Basic(ref look, kind); break;
            case SecretMatcher.Bearer: HeaderMatcher.Bearer(ref look, kind); break;
            case SecretMatcher.CommandLine: CommandLineMatcher.Match(ref look, kind); break;
            case SecretMatcher.CallArguments: CallMatcher.Match(ref look, kind, kinds["discord-bot-token"]); break;
            case SecretMatcher.Netrc: FileMatchers.Netrc(ref look, kind); break;
            case SecretMatcher.Npmrc: FileMatchers.Npmrc(ref look, kind); break;
            case SecretMatcher.CloudInit: ListMatchers.CloudInit(ref look, kind); break;
            case SecretMatcher.RandomPassword: ListMatchers.RandomPassword(ref look, kind); break;
            case SecretMatcher.Account: ListMatchers.Account(ref look, kind); break;
            case SecretMatcher.DriverAddress: ListMatchers.DriverAddress(ref look, kind); break;
            case SecretMatcher.KeyCall: KeyCallMatcher.Match(ref look, kind); break;
            case SecretMatcher.Dialogue: DialogueMatcher.Match(ref look, kind); break;
            case SecretMatcher.Insert: InsertMatcher.Match(ref look, kinds); break;
            case SecretMatcher.DockerAuth: FileMatchers.DockerAuth(ref look, kind); break;
            default: throw new InvalidOperationException($"The matcher {kind.Matcher} takes no keywords.");
        }
    }

    private void WholeFile(ref SecretLook look)
    {
        if (look.File.Name is ".pgpass" or "pgpass.conf") FileMatchers.Pgpass(ref look, kinds["pgpass-password"]);
        if (ListMatchers.ListOf(look.File.Name) is { } list) ListMatchers.WholeFile(ref look, kinds["list-password"], list);
        if (look.File.Name is "master.key" || (look.File.Name.EndsWith(".key", StringComparison.Ordinal) && look.File.Path.Contains("credentials/", StringComparison.Ordinal)))
            FileMatchers.MasterKey(ref look, kinds["rails-master-key"]);
    }

    /// <summary>Where several kinds claim the same bytes the one that knows more stays, and of two that know the same the longer.</summary>
    private List<SecretMatch> Resolve()
    {
        if (_found.Count < 2) return _found;
        _found.Sort(static (a, b) => b.Kind.Rank != a.Kind.Rank ? b.Kind.Rank.CompareTo(a.Kind.Rank) : (b.End - b.Start) != (a.End - a.Start) ? (b.End - b.Start).CompareTo(a.End - a.Start) : a.Start.CompareTo(b.Start));
        var taken = new SortedList<int, int>();
        _found.RemoveAll(match => !TryTake(taken, match.Start, match.End));
        _found.Sort(static (a, b) => a.Start.CompareTo(b.Start));
        return _found;
    }

    // The stretches taken do not overlap, so that the neighbours of the place in order are the only ones to ask.
    private static bool TryTake(SortedList<int, int> taken, int start, int end)
    {
        int low = 0, high = taken.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (taken.GetKeyAtIndex(middle) < start) low = middle + 1;
            else high = middle;
        }
        if (low < taken.Count && taken.GetKeyAtIndex(low) < end) return false;
        if (low > 0 && taken.GetValueAtIndex(low - 1) > start) return false;
        taken.Add(start, end);
        return true;
    }
}

using Merlon.Analysis.Secrets.Assignments;
using Merlon.Analysis.Secrets.Kinds;
using Merlon.Analysis.Secrets.Values;

namespace Merlon.Analysis.Secrets.Matchers;

/// <summary>Looks at what a telling name is given: a value of a service's shape is of that service's kind, another that looks like a secret of the name's.</summary>
internal static class AssignmentMatcher
{
    private const int Nearby = 160;
    private const int ShortestToken = 15;
    private const int LongestLine = 1500;

    public static void Match(ref SecretLook look, KindSet kinds)
    {
        if (look.At < look.NamesRead) return;
        var reader = new AssignmentReader(look.Text, look.File);
        var read = reader.TryRead(look.At, out var found, out var nameEnd);
        look.NamesRead = Math.Max(nameEnd, look.End);
        if (!read) return;
        var name = look.Between(found.NameStart, found.NameEnd);
        var value = look.Between(found.ValueStart, found.ValueEnd).Trim();
        if (value.Length is < 4 or > 1024) return;
        var start = found.ValueStart + look.Between(found.ValueStart, found.ValueEnd).IndexOf(value, StringComparison.Ordinal);
        var words = NameWords.Of(name);
        // "checksum/secret": what stands before the slash is part of the name.
        if (found.NameStart > 0 && look.Text[found.NameStart - 1] == '/' && NameWords.Of(Qualifier(look, found.NameStart - 1)) is var qualifier && ValueJudge.IsAboutOther(qualifier)) return;
        // "# public key: x"
        if (found.NameStart >= 7 && System.Text.Ascii.EqualsIgnoreCase(look.Text[(found.NameStart - 7)..found.NameStart], "public "u8)) return;
        if (KindOf(look, kinds, words, name, value, found) is { } kind) look.Add(kind, start, start + value.Length, name);
    }

    private static string Qualifier(SecretLook look, int slash)
    {
        var start = slash;
        while (start > 0 && slash - start < Nearby && AssignmentReader.IsName(look.Text[start - 1])) start--;
        return look.Between(start, slash);
    }

    private static SecretKind? KindOf(SecretLook look, KindSet kinds, NameWords words, string name, string value, Assignment found)
    {
        if (look.File.Lock) return null;
        var generic = kinds.GenericOf(words);
        if (generic?.Id == "high-entropy-text" && IsKeyOfService(look, found, words, name)) generic = kinds["generic-api-key"];
        // Most values are neither; what costs more comes after.
        var random = value.Length >= ShortestToken && ValueJudge.LooksRandom(value);
        if ((generic is null && !random) || ValueJudge.IsNone(words, name, value)) return null;
        if (random && NamedKind(look, kinds, name, value, found) is { } named) return named;
        if (generic is null || FailsItsCheck(kinds, value) || IsMinified(look, found, generic) || !ValueJudge.IsSecret(generic, look.File, value, found)) return null;
        return found.InText && generic.Id == "generic-password" && IsConnectionString(look, found) ? kinds["connection-string-password"] : generic;
    }

    // OPENWEATHER_KEY=..., written as variables are, also where a notebook shows it; but CACHE_KEY.
    private static bool IsKeyOfService(SecretLook look, Assignment found, NameWords words, string name) =>
        (look.File.Class == TextClass.Configuration || found.InText) && name.EndsWith("_KEY", StringComparison.Ordinal) && !name.AsSpan().ContainsAnyInRange('a', 'z') && words.Joined.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [.., var service, _] && !NoServices.Contains(service);

    private static readonly System.Collections.Frozen.FrozenSet<string> NoServices = System.Collections.Frozen.FrozenSet.Create(
        "cache", "primary", "foreign", "partition", "sort", "index", "object", "routing", "idempotency", "content", "kms", "row", "item", "map", "registry", "lookup", "unique", "hot", "sha", "record", "storage", "build", "state", "group", "gpg", "pgp");

    // What has the shape of a kind with a checksum and not the checksum is made up.
    private static bool FailsItsCheck(KindSet kinds, string value) =>
        kinds.Checked.Any(kind => kind.Keywords.Any(k => value.StartsWith(k, StringComparison.Ordinal)) && kind.Shape.IsMatch(value) && !kind.Check!.Passes(kind.Shape.Match(value).Value));

    private static SecretKind? NamedKind(SecretLook look, KindSet kinds, string name, string value, Assignment found)
    {
        if (look.File.Test && Randomness.Entropy(value) < 3) return null;
        string? context = null;
        foreach (var kind in kinds.Named)
        {
            if (value.Length < kind.MinLength) continue;
            context ??= Context(look, name, found);
            if (kind.Names.Any(word => Holds(context, word)) && kind.Shape.IsMatch(value) && Randomness.Entropy(value) >= kind.Entropy && kind.Check?.Passes(value) != false) return kind;
        }
        return null;
    }

    // The name, and what is before it on its line.
    private static string Context(SecretLook look, string name, Assignment found)
    {
        var line = Math.Max(look.LineStart(found.NameStart), found.NameStart - Nearby);
        // What the line above opens is about the same: "crypt": {
        if (line > 1 && look.Text[..(line - 1)].TrimEnd(" \t\r"u8) is [.., (byte)'{' or (byte)'['] or [.., (byte)'('] or [.., (byte)':'] or [.., (byte)'>'] && look.Text[line - 1] == '\n') line = Math.Max(look.LineStart(line - 1), line - Nearby);
        // "key" in kaggle.json is Kaggle's.
        var service = Path.GetFileNameWithoutExtension(look.File.Name) is var stem && stem.All(char.IsAsciiLetter) ? stem + ' ' : "";
        return (service + look.Between(line, found.NameStart) + ' ' + name).ToLowerInvariant();
    }

    private static bool Holds(string context, string word)
    {
        for (var at = context.IndexOf(word, StringComparison.Ordinal); at >= 0; at = context.IndexOf(word, at + 1, StringComparison.Ordinal))
            if (at == 0 || !char.IsAsciiLetter(context[at - 1]) || word.Length > 5) return true;
        return false;
    }

    // Programs squeeze scripts into lines that no person writes; only what is named most plainly is believed there.
    private static bool IsMinified(SecretLook look, Assignment found, SecretKind kind) =>
        (found.NameStart - look.LineStart(found.NameStart) > LongestLine || look.LineEnd(found.ValueEnd) - found.ValueEnd > LongestLine) && kind.Id is "generic-password" or "high-entropy-text" or "generic-key";

    private static bool IsConnectionString(SecretLook look, Assignment found)
    {
        var start = Math.Max(look.LineStart(found.NameStart), found.NameStart - 300);
        return look.Text[start..found.NameStart].IndexOf((byte)';') >= 0 || (found.ValueEnd < look.Text.Length && look.Text[found.ValueEnd] == ';');
    }
}

using System.Collections.Frozen;
using System.Text;

namespace Merlon.Analysis.Secrets.Assignments;

/// <summary>
/// A name as words: <c>dbPassword_prod</c> is "db password". In English the last word says what the thing is: a
/// <c>password_file</c> is a file. Words that only tell variants apart are left out at the end.
/// </summary>
internal sealed class NameWords
{
    private static readonly FrozenSet<string> Variants = FrozenSet.Create(
        "prod", "production", "dev", "development", "staging", "stage", "stg", "test", "testing", "qa", "uat", "local", "live", "sandbox", "default", "value", "val", "str", "string", "text", "plain", "plaintext", "raw", "old", "new", "current", "primary", "secondary",
        "backup", "b64", "base64", "hex", "encoded", "var", "const", "literal", "env", "data", "bytes", "us", "eu", "internal", "external", "main", "fallback", "here", "confirmation", "confirm", "again", "repeat", "byte", "array", "in", "for", "dummy");

    private readonly string[] _words;

    private NameWords(string[] words) => (_words, Joined) = (words, ' ' + string.Join(' ', words));

    /// <summary>The words, each after a blank.</summary>
    public string Joined { get; }

    /// <summary>Whether the name ends with these words, or is them written together.</summary>
    public bool EndsWith(string words) => Joined.EndsWith(words, StringComparison.Ordinal) && Joined[^(words.Length + 1)] == ' ';

    /// <summary>Whether the last word ends so: <c>pgpassword</c>, <c>mytoken</c>.</summary>
    public bool LastEndsWith(string word) => _words.Length > 0 && _words[^1].EndsWith(word, StringComparison.Ordinal);

    /// <summary>Whether the last word joins an owner and what a password is called.</summary>
    public bool IsPassOf(string[] passes, FrozenSet<string> owners) => _words.Length > 0 && Array.Exists(passes, p => _words[^1].EndsWith(p, StringComparison.Ordinal) && owners.Contains(_words[^1][..^p.Length]));

    public static NameWords Of(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (!char.IsAsciiLetter(c)) { if (!(char.IsAsciiDigit(c) && word.Length > 0 && i + 1 < name.Length && char.IsAsciiLetterOrDigit(name[i + 1]) && word.Length < 3)) { Take(words, word); continue; } }
            else if (char.IsAsciiLetterUpper(c) && i > 0 && (char.IsAsciiLetterLower(name[i - 1]) || (i + 1 < name.Length && char.IsAsciiLetterUpper(name[i - 1]) && char.IsAsciiLetterLower(name[i + 1])))) Take(words, word);
            word.Append(char.ToLowerInvariant(c));
        }
        Take(words, word);
        while (words.Count > 1 && Variants.Contains(words[^1])) words.RemoveAt(words.Count - 1);
        return new([.. words]);
    }

    private static void Take(List<string> words, StringBuilder word)
    {
        if (word.Length > 0) words.Add(word.ToString());
        word.Clear();
    }
}

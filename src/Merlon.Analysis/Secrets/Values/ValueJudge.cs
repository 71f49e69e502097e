using System.Buffers;
using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Merlon.Analysis.Secrets.Assignments;
using Merlon.Analysis.Secrets.Kinds;

namespace Merlon.Analysis.Secrets.Values;

/// <summary>Decides whether what a name was given is a secret, for values that no shape gives away.</summary>
internal static partial class ValueJudge
{
    private const string PlainMark = "{noop}";

    private static readonly SearchValues<char> NeverRandom = SearchValues.Create(" \t<>()[]{}\"'`,;\\");

    private static readonly SearchValues<char> OfCode = SearchValues.Create("()<>{}\"'`;\\");

    // A name with one of these is about something else than the secret itself.
    private static readonly FrozenSet<string> OtherThings = FrozenSet.Create(
        "public", "pub", "hash", "hashed", "digest", "checksum", "integrity", "fingerprint", "thumbprint", "sha1", "sha256", "sha512", "md5", "bcrypt", "scrypt", "argon2", "etag", "csrf", "xsrf", "csrfmiddlewaretoken", "nonce", "placeholder", "label", "hint", "regex", "pattern",
        "error", "message", "msg", "tokenizer", "tokens", "keyboard", "keyword", "keywords", "css", "selector", "translation", "i18n", "encrypted", "cipher", "ciphertext", "sealed", "site", "sitekey", "cursor", "continuation", "pagination", "page", "next");

    private static readonly string[] Passes = ["first pass", "second pass", "third pass", "last pass", "final pass", "next pass", "single pass", "one pass", "two pass", "multi pass", "render pass", "low pass", "high pass", "band pass", "by pass"];

    /// <summary>Whether it may have been made by chance.</summary>
    public static bool LooksRandom(string value) => value.Any(char.IsAsciiLetter) && Randomness.Entropy(value) >= 2.6 && !Randomness.IsWordy(value);

    /// <summary>Whether the name is about something else than a secret.</summary>
    public static bool IsAboutOther(NameWords name)
    {
        // A salt of hashes is none itself, nor is what nonces are made with.
        var (salt, nonceKey) = (name.EndsWith("salt"), name.EndsWith("nonce key"));
        // What stands in front may be encrypted, its key is not.
        var encryptionKey = name.EndsWith("encryption key");
        foreach (var word in name.Joined.Split(' '))
            if (OtherThings.Contains(word) && !(salt && word is "hash" or "nonce") && !(nonceKey && word == "nonce") && !(encryptionKey && word == "encrypted")) return true;
        // The passes of an encoder or a compiler.
        return Passes.Any(name.EndsWith);
    }

    /// <summary>Whether the name or the value rules a secret out, whatever the kind.</summary>
    public static bool IsNone(NameWords name, string text, string value) =>
        IsAboutOther(name) || value.AsSpan().IndexOfAnyInRange('\u0080', '\u00ff') >= 0 || value.Contains("\\u", StringComparison.Ordinal) || Placeholders.Is(value) || IsReference(value) || IsSameAsName(text, value) || (HashPrefix().IsMatch(value) && !(value.StartsWith("0x", StringComparison.Ordinal) && (name.EndsWith("secret") || name.EndsWith("secret key")))) || IsCutToken(value);

    /// <summary>Whether a value under a name of the generic kind is a secret.</summary>
    public static bool IsSecret(SecretKind kind, FileFacts file, string value, Assignment found) => kind.Id switch
    {
        "generic-password" => IsPassword(file, value, found),
        "high-entropy-text" => !file.Generated && IsToken(value, 20, 3.7) && !IsIdentifierOfSomething(value) && value.Any(char.IsAsciiDigit) && value.Any(char.IsAsciiLetter) && (found.Quoted || file.Class == TextClass.Configuration) && !file.Test && file.Class != TextClass.Prose,
        "generic-secret" => (IsToken(value, file.Test || file.Class == TextClass.Prose ? 20 : 8, 2.75) || (found.Quoted && !file.Test && IsMadeOfSigns(value))) && !IsWeakInText(file, value, found),
        _ => IsToken(value, file.Test || file.Class == TextClass.Prose ? 20 : Passwords.Classes(value) >= 3 ? 12 : 16, 3.0) && !IsWeakInText(file, value, found),
    };

    private static bool IsPassword(FileFacts file, string value, Assignment found)
    {
        // Spring's mark for a password that is not hashed.
        if (value.StartsWith(PlainMark, StringComparison.Ordinal)) value = value[PlainMark.Length..];
        if (value.Length > 0 && Placeholders.Is(value)) return false;
        if (value.Length is < 6 or > 128 || file.Generated || Passwords.IsPlainWord(value)) return false;
        if (value.Count(char.IsWhiteSpace) is var blanks && (blanks > 0 && (!found.Quoted || blanks > 4 || Randomness.IsWordy(value)))) return false;
        if (file.Test) return false;
        if (file.Class == TextClass.Prose) return Passwords.IsStrong(value);
        if (!found.Quoted && !found.InText && file.Class == TextClass.Code) return Passwords.IsStrong(value);
        return Passwords.Classes(value) >= 2 || !Randomness.IsWordy(value);
    }

    private static bool IsToken(string value, int least, double entropy) =>
        value.Length >= least && value.AsSpan().IndexOfAny(NeverRandom) < 0 && Randomness.Entropy(value) >= entropy && !Randomness.IsWordy(value) && !DateOrVersion().IsMatch(value) && !IsWordsAndNumbers(value)
        && (value.AsSpan().ContainsAnyInRange('0', '9') || value.Length >= 20 || (value.Length >= 16 && Passwords.Classes(value) >= 2 && Randomness.Entropy(value) >= 3.4)) && value.Any(char.IsAsciiLetter);

    // "next-page-2024-02": each part a word or a number.
    private static bool IsWordsAndNumbers(string value) =>
        value.Split('-', '_', '.') is { Length: > 1 } parts && parts.All(p => p.All(char.IsAsciiDigit) || (p.All(char.IsAsciiLetterLower) && p.Length > 2 && Randomness.IsSpoken(p)));

    // "_5#y2L%c]/": too many signs for words or code.
    private static bool IsMadeOfSigns(string value) =>
        value.Length >= 12 && Passwords.Classes(value) == 4 && !value.Contains(' ', StringComparison.Ordinal) && value.Count(c => !char.IsAsciiLetterOrDigit(c)) >= 3 && Randomness.Entropy(value) >= 3.3 && !Randomness.IsWordy(value) && value.AsSpan().IndexOfAny(OfCode) < 0;

    // Documents and tests show tokens that open nothing; what is long and random is believed all the same.
    private static bool IsWeakInText(FileFacts file, string value, Assignment found) =>
        file.Generated || ((file.Test || file.Class == TextClass.Prose) && (Randomness.Entropy(value) < 3.6 || !found.Quoted && file.Class == TextClass.Prose && value.Length < 24));

    private static bool IsIdentifierOfSomething(string value) => Uuid().IsMatch(value) || (value.Length is 32 or 40 or 64 && Hex().IsMatch(value));

    /// <summary>Paths, addresses, members of objects, calls: where the secret is, not what it is.</summary>
    private static bool IsReference(string value) =>
        value.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || value.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || value.StartsWith("file:", StringComparison.OrdinalIgnoreCase) || value.StartsWith("urn:", StringComparison.OrdinalIgnoreCase)
        || value.Contains("://", StringComparison.Ordinal) || PathLike().IsMatch(value) || Member().IsMatch(value) || MailOrFile().IsMatch(value) || value.StartsWith("data:", StringComparison.Ordinal) || value.StartsWith("-----", StringComparison.Ordinal);

    private static bool IsSameAsName(string name, string value) =>
        Squeezed(value) is var v && (v == Squeezed(name) || (v.Length > 3 && Squeezed(name).EndsWith(v, StringComparison.Ordinal)));

    // "eyJ....abc": a JSON Web Token of a document, without a signature that could be one.
    private static bool IsCutToken(string value) => value.StartsWith("eyJ", StringComparison.Ordinal) && value.Count(c => c == '.') == 2 && value.Length - value.LastIndexOf('.') <= 16;

    private static string Squeezed(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    [GeneratedRegex(@"^(?:\$2[abxy]?\$|\$argon2|\$6\$|\$5\$|\$1\$|\$apr1\$|\{SSHA|\{SHA|\{CRYPT|pbkdf2|sha(?:1|256|384|512)[-:$]|md5(?:[:$]|[0-9a-f]{32}$)|scrypt[:$]|\$g?y\$|\$7\$|\{(?:bcrypt|pbkdf2|scrypt|argon2|sha256|ldap|MD5)[^}]*\}|pk\.eyJ|pk_(?:live|test)_|\*[0-9A-F]{40}$|SCRAM-SHA|AQIC[A-Za-z0-9+/]{60}|vault:v\d|MII[BC]IjANBgkqhkiG9w0B|MIGfMA0GCSqGSIb3DQEB|MFkwEwYHKoZIzj0C|MHYwEAYHKoZIzj0C|MCowBQYDK2V|ssh-(?:rsa|ed25519) AAAA|0x[0-9a-fA-F]{40}$|\$ANSIBLE_VAULT|AgA[A-Za-z0-9+/]{200})", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex HashPrefix();

    [GeneratedRegex(@"^(?:[0-9]{1,4}[-./:][0-9]{1,4}[-./:T][0-9][0-9.:TZ+-]*|v?[0-9]+(?:\.[0-9]+){1,4}(?:[-+][A-Za-z0-9.]+)?|[0-9]+)$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex DateOrVersion();

    [GeneratedRegex(@"^(?:\.{0,2}/|~/|[A-Za-z]:\\)[A-Za-z0-9_.\-/\\ ]*$|^[A-Za-z_\-]+(?:/[A-Za-z_.\-]+)+$|^[a-z_]+(?::[a-z0-9_,]+)?(?:\|[a-z_]+(?::[a-z0-9_,]+)?)+$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex PathLike();

    [GeneratedRegex(@"^(?:this|self|config|cfg|settings|options|opts|params|args|env|process|app|ctx|context|request|req|res|response|user|account|data|var|local|module|each|props|state|conf|System|Environment|input|form|credentials|secrets|builder)(?:\??\.|->|::|\[)[A-Za-z_].*$|^[A-Za-z_][A-Za-z_]*(?:(?:\.|->|::)[A-Za-z_][A-Za-z_]*)+(?:\(.*)?$|^[A-Za-z_][A-Za-z0-9_.]*\([^)]*\)$|^[a-z][a-z0-9]*(?:\.[A-Za-z][A-Za-z0-9_]{0,30}){2,}$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Member();

    [GeneratedRegex(@"^(?:[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}|[A-Za-z0-9_.-]+\.(?:json|ya?ml|txt|pem|key|crt|cer|p12|pfx|jks|properties|xml|conf|ini|html?|js|ts|py|rb|php|java|cs|go|sh|md|svg|png|log|db|sql|env))$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex MailOrFile();

    [GeneratedRegex(@"^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Uuid();

    [GeneratedRegex("^[0-9a-fA-F]+$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Hex();
}

using System.Collections.Frozen;

namespace Merlon.Analysis.Secrets.Values;

/// <summary>Texts that stand where a secret will be, or say where it comes from, and are none themselves.</summary>
internal static class Placeholders
{
    // Anywhere in the text, whatever is around.
    private static readonly string[] Parts =
    [
        "example", "sample", "changeme", "change-me", "change_me", "change_this", "change-this", "changethis", "placeholder", "redacted", "xxxx", "****", "....", "????", "replaceme", "replace_", "replace-",
        "your_", "your-", "yourpass", "yourtoken", "yoursecret", "yourapi", "yourkey", "insert_", "insert-", "enter_", "put_your", "not-a-", "not_a_", "notreal", "not-real", "not_real", "notasecret", "not-a-secret", "not_a_secret", "donotuse", "do-not-use", "dummy", "foobar",
        "{{", "}}", "<%", "%>", "[[", "{0}", "{1}", "<your", "process.env", "os.environ", "getenv", "secretkeyref", "op://", "vault:", "secretsmanager", "secretmanager", "arn:aws", "keyvault", "{cipher}", "enc[", "enc(", "ssm:", "ref+", "gcp:///",
        "system.getenv", "$env:", "env.", "secrets.", "import.meta", "/run/secrets", "__", "todo", "fixme", "tobedefined", "to-be-", "to_be_", "tobeset", "supersecret", "super-secret", "super_secret", "topsecret", "mysecret", "my-secret", "my_secret", "mypassword", "my-password",
        "my_password", "mytoken", "my-token", "my_token", "mykey", "my-key", "my_key", "my-api", "my_api", "myapi", "somesecret", "some-secret", "some_secret", "sometoken", "some-token", "some_token", "somepassword", "some_password", "some-password", "testpass", "test-pass", "test_pass",
        "testsecret", "test-secret", "test_secret", "testtoken", "test-token", "test_token", "testkey", "test-key", "test_key", "test-api", "test_api", "fakekey", "fake-", "fake_", "fakepass", "faketoken", "fakesecret", "mock-", "mock_", "mocked", "invalid", "lorem", "removed", "masked", "obfuscated", "secret-here", "secret_here",
        "token-here", "token_here", "key-here", "key_here", "password-here", "password_here", "goes-here", "goes_here", "goeshere", "-goes-", "unused", "undefined", "generate_", "generate-", "generated", "randomstring", "random-string", "random_string", "somekey", "long-secret", "long_secret", "longsecret", "keyboardcat", "keyboard cat", "deadbeef",
    ];

    // Values that specifications print; copied everywhere, they open nothing.
    private static readonly string[] KnownSamples =
    [
        "gx1fbat3bv", "7fjfp0zbr1ktdrbnfvdmiw", "open sesame", "2yotnfzfejr1zcsicmwpaa", "tgzv3jokf0xg5qx2tlkwia", "mf_9.b5f-4.1jqm", "slav32hkkg", "kd94hf93k423kf44", "pfkkdhi9sl3r4s00", "hnnfd943da3o", "nnch734d00sl2jdk", "ad180jjd733klru7", "hh5s93j4hdidpola", "hdhd0244k9j7ao03",
        "dpf43f3p2l4k3l03", "4ec39hqlyjwdarjtt1zdp7dc", "eby8vdm02xnocqflquwjpllmetlcdxj1ouzft50us", "3ax6xnjp29jd6fds4gc373sgvjxteol0", "splxlobezqqybys6wxsbia", "wjalrxutnfemi", "je7mtgbclwbf", "8xlogbxutzyfqokv", "h480djs93hd8", "jjkkkk",
    ];

    // The whole text, once digits and marks at its ends are off.
    private static readonly FrozenSet<string> Words = FrozenSet.Create(
        "password", "passwd", "pass", "pwd", "passphrase", "passw", "admin", "administrator", "root", "user", "username", "test", "testing", "tester", "demo", "guest", "secret", "secrets", "qwerty", "letmein", "welcome", "foo", "bar", "baz", "qux", "abc", "abcd", "postgres",
        "postgresql", "mysql", "mariadb", "mongo", "mongodb", "redis", "rabbitmq", "rabbit", "guestguest", "default", "temp", "tmp", "login", "dev", "devel", "development", "prod", "production", "staging", "local", "localhost", "minio", "minioadmin", "elastic", "oracle", "nexus",
        "jenkins", "grafana", "token", "key", "string", "value", "text", "hello", "world", "helloworld", "monkey", "null", "nil", "none", "true", "false", "yes", "no", "on", "off", "empty", "blank", "enabled", "disabled", "required", "optional", "auto", "unset", "unknown", "any", "all",
        "basic", "bearer", "apikey", "api_key", "api-key", "private", "public", "fake", "mock", "stub", "asdf", "asdfgh", "qwertyuiop", "zxcvbnm", "n/a", "na", "tbd", "x", "xx", "xxx", "yyy", "zzz", "aaa", "bbb", "ccc", "it", "this", "that", "stdin", "prompt", "ask", "env", "file", "json", "hidden",
        "passpass", "mypass", "pa", "pw", "changeit", "change", "changeme", "nopass", "nopassword", "password_", "vagrant", "ubuntu", "debian", "docker", "kafka", "sqlserver", "sa", "system", "manager", "service", "client", "server", "session", "cookie", "header", "query", "body", "path", "int", "bool", "str", "varchar", "char", "object", "array", "number", "integer");

    private static readonly (char Open, char Close)[] Brackets = [('<', '>'), ('{', '}'), ('[', ']'), ('%', '%'), ('@', '@'), ('(', ')'), ('*', '*'), ('`', '`')];

    /// <summary>Whether the text is no secret, whatever its name says.</summary>
    public static bool Is(string value)
    {
        if (value.Length < 4) return true;
        // Cut in a document.
        if (value.EndsWith("...", StringComparison.Ordinal)) return true;
        if (Array.Exists(Brackets, b => value[0] == b.Open && value[^1] == b.Close)) return true;
        var lower = value.ToLowerInvariant();
        return Array.Exists(Parts, p => lower.Contains(p, StringComparison.Ordinal)) || HasTemplate(lower) || IsSample(lower) || IsVariable(value) || IsWeakWord(lower) || Distinct(value) <= 3 || Randomness.IsRegular(value) || HasTestWord(lower);
    }

    /// <summary>As <see cref="Is"/>, for values whose shape alone tells what they are: only what no machine would make by chance counts.</summary>
    public static bool IsShaped(string value)
    {
        var lower = value.ToLowerInvariant();
        return lower.Contains("example", StringComparison.Ordinal) || lower.Contains("xxxxx", StringComparison.Ordinal) || lower.Contains("*****", StringComparison.Ordinal) || lower.Contains("placeholder", StringComparison.Ordinal)
            || lower.Contains("changeme", StringComparison.Ordinal) || lower.Contains("your_", StringComparison.Ordinal) || lower.Contains("your-", StringComparison.Ordinal) || lower.Contains("yourtoken", StringComparison.Ordinal) || lower.Contains("redacted", StringComparison.Ordinal)
            || lower.Contains("1234567890", StringComparison.Ordinal) || lower.Contains("abcdefghij", StringComparison.Ordinal) || lower.Contains("0000000000", StringComparison.Ordinal) || IsSample(lower) || lower.Contains("${", StringComparison.Ordinal) || lower.Contains("{{", StringComparison.Ordinal);
    }

    private static readonly (string Open, char Close)[] Templates = [("${", '}'), ("#{", '}'), ("$(", ')'), ("%(", ')')];

    // ${X}, #{X}, $(X), %(X)s: a random text may hold the opening signs alone, but hardly begin with them.
    private static bool HasTemplate(string lower) => Array.Exists(Templates, t => lower.IndexOf(t.Open, StringComparison.Ordinal) is >= 0 and var at && IsTemplate(lower, at, t.Close));

    private static bool IsTemplate(string lower, int at, char close)
    {
        var end = lower.IndexOf(close, at + 2);
        if (end <= at + 2) return at == 0 && !(end < 0 && IsRandom(lower.AsSpan(2), close));
        return !IsRandom(lower.AsSpan(at + 2, end - at - 2), close) && (at == 0 || char.IsAsciiLetter(lower[at + 2]) || lower[at + 2] is '_' or '[' or ' ' or '.' or '"' or '\'');
    }

    // "$(q^z&t8": signs that neither a name nor, without a blank, a command has.
    private static bool IsRandom(ReadOnlySpan<char> inside, char close) => close == ')' && inside.IndexOf(' ') < 0 && inside.ContainsAny(NeverInNames);

    private static readonly System.Buffers.SearchValues<char> NeverInNames = System.Buffers.SearchValues.Create("!#%^&*;~+");

    private static bool IsSample(string lower) => Array.Exists(KnownSamples, s => lower.Contains(s, StringComparison.Ordinal));

    /// <summary>A shell, make, batch or template variable, and nothing else.</summary>
    private static bool IsVariable(string value) =>
        (value[0] is '$' or '%' or '@' or ':' or '&' && value.AsSpan(1).TrimEnd('%').IndexOfAnyExcept(NameCharacters) < 0 && !value.AsSpan(1).ContainsAnyInRange('0', '9'))
        || (value[0] is '$' && value.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0) || (value[0] is '!' && value.Skip(1).All(char.IsAsciiLetter));

    private static readonly System.Buffers.SearchValues<char> NameCharacters = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_.0123456789");

    // A weak word with a number that people append to it.
    private static bool IsWeakWord(string lower)
    {
        if (Words.Contains(lower)) return true;
        var word = lower.AsSpan().TrimEnd("!.@#$").TrimEnd("0123456789").TrimEnd("_-@!#.");
        var number = lower.AsSpan(word.Length).Trim("_-@!#.$");
        return word.Length > 0 && Words.Contains(word.ToString()) && (number.Length <= 1 || "1234567890".StartsWith(number, StringComparison.Ordinal) || number is "321" or "001" or "01" or "111");
    }

    private static bool HasTestWord(string lower)
    {
        foreach (var word in (ReadOnlySpan<string>)["test", "tests", "testing", "fake", "mock", "demo", "foo", "dummy", "your", "none", "null", "here"])
        {
            for (var at = lower.IndexOf(word, StringComparison.Ordinal); at >= 0; at = lower.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                var end = at + word.Length;
                var bare = (at == 0 || !char.IsAsciiLetterOrDigit(lower[at - 1])) && (end == lower.Length || !char.IsAsciiLetterOrDigit(lower[end]));
                if (bare) return true;
            }
        }
        return false;
    }

    private static int Distinct(string value) => value.Distinct().Count();
}

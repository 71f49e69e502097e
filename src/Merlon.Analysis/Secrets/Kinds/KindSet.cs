using System.Collections.Frozen;
using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Rules.Files;
using Merlon.Analysis.Secrets.Assignments;

namespace Merlon.Analysis.Secrets.Kinds;

/// <summary>The kinds that the engine knows, from the files embedded in this assembly.</summary>
internal sealed class KindSet
{
    private const string Prefix = "secrets/";
    private const int ShortestSuffix = 5;
    private static readonly Lazy<KindSet> BuiltIn = new(Load);
    private readonly FrozenDictionary<string, SecretKind> _byId;

    // "smtppass" is a password, "bypass" is none: whose it is, and what it is called.
    private static readonly string[] Passes = ["pass", "pwd", "pw"];
    private static readonly FrozenSet<string> Owners = FrozenSet.Create(
        "db", "sql", "pg", "my", "user", "usr", "admin", "root", "control", "smtp", "mail", "email", "imap", "pop", "ftp", "sftp", "ssh", "ldap", "bind", "login", "redis", "http", "proxy", "key", "store", "keystore", "trust", "truststore", "wifi", "mqtt", "auth", "web", "svn", "git", "sa", "app",
        "api", "svc", "service", "repl", "server", "client", "vpn", "rdp", "zip", "cert", "amqp", "dba", "su", "snmp", "smb", "jmx", "rpc");

    private KindSet(ImmutableArray<SecretKind> all)
    {
        All = all;
        _byId = all.ToFrozenDictionary(k => k.Id);
        Named = [.. all.Where(k => k.Matcher == SecretMatcher.Named)];
        Checked = [.. all.Where(k => k.Check is not null && k.Anchored)];
        Generic = [.. all.Where(k => k.Matcher == SecretMatcher.Assignment)];
    }

    /// <summary>Loaded once.</summary>
    public static KindSet Default => BuiltIn.Value;

    public ImmutableArray<SecretKind> All { get; }

    /// <summary>Those that a name and a shape tell, in the order of their files: the first that fits is taken.</summary>
    public ImmutableArray<SecretKind> Named { get; }

    /// <summary>Those that a checksum or structure decides on.</summary>
    public ImmutableArray<SecretKind> Checked { get; }

    /// <summary>Those that only a name tells.</summary>
    public ImmutableArray<SecretKind> Generic { get; }

    /// <summary>The kind of generic secret that a name tells of, or null.</summary>
    public SecretKind? GenericOf(NameWords name)
    {
        foreach (var kind in Generic)
            foreach (var head in kind.Names)
                if (name.EndsWith(head)) return kind;
        // Names written together, by the words that are long enough to be no part of another.
        foreach (var kind in Generic)
            foreach (var head in kind.Names)
                if (head.Length >= ShortestSuffix && name.LastEndsWith(head)) return kind;
        return name.IsPassOf(Passes, Owners) ? this["generic-password"] : null;
    }

    public SecretKind this[string id] => _byId[id];

    /// <summary>Reads one file of kinds; the errors are empty when it is right.</summary>
    public static (ImmutableArray<SecretKind> Kinds, IReadOnlyList<RuleFileError> Errors) Read(string name, TextReader text)
    {
        var file = new KindFile(name);
        return (file.Read(text), file.Errors);
    }

    private static KindSet Load()
    {
        var assembly = typeof(KindSet).Assembly;
        var kinds = ImmutableArray.CreateBuilder<SecretKind>();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var text = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var (read, errors) = Read(name, text);
            if (errors is [var error, ..]) throw new InvalidDataException(error.ToString());
            kinds.AddRange(read);
        }
        return new(kinds.ToImmutable());
    }
}

using System.Buffers;
using System.Collections.Frozen;
using Merlon.Analysis.Trees;

namespace Merlon.Analysis.Secrets;

/// <summary>In what kind of text a value stands; it decides what a bare word can be.</summary>
internal enum TextClass
{
    /// <summary>A bare word is a name or an expression; only quoted text is a value.</summary>
    Code,

    /// <summary>A bare word is a value.</summary>
    Configuration,

    /// <summary>For people: what looks like a setting is mostly an example.</summary>
    Prose,
}

/// <summary>What a file's path says about what stands in it.</summary>
internal sealed class FileFacts
{
    private static readonly FrozenSet<string> ConfigurationEndings = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ".env", ".properties", ".ini", ".cfg", ".conf", ".cnf", ".config", ".yaml", ".yml", ".toml", ".sh", ".bash", ".zsh", ".ksh", ".fish", ".tfvars", ".bat", ".cmd", ".service", ".npmrc", ".pypirc", ".netrc", ".xml", ".plist",
        ".http", ".rest", ".settings", ".prefs", ".desktop", ".envrc", ".bashrc", ".profile", ".zshrc", ".aws", ".credentials", ".s3cfg", ".boto", ".my.cnf", ".ovpn", ".pgpass", ".key", ".keys", ".secrets", ".secret", ".cred", ".creds", ".rc", ".repo", ".network", ".nmconnection", ".rdp", ".log", ".csv", ".dsn", ".editorconfig", ".curlrc", ".muttrc", ".txt", ".j2", ".erb", ".tpl", ".tmpl", ".mk", ".nomad", ".sls", ".reg", ".ldif", ".ks", ".preseed", ".seed", ".container", ".bru", ".ora", ".gotmpl");

    private static readonly FrozenSet<string> ProseEndings = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, ".md", ".markdown", ".rst", ".adoc", ".asciidoc", ".html", ".htm", ".tex", ".pod", ".texi", ".po", ".pot", ".1", ".3", ".5", ".7", ".8", ".xlf", ".resx", ".strings", ".gz");
    private static readonly FrozenSet<string> LockNames = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "composer.lock", "gemfile.lock", "cargo.lock", "poetry.lock", "pipfile.lock", "go.sum", "packages.lock.json", "podfile.lock", "pubspec.lock", "mix.lock", "uv.lock", "pdm.lock", "bun.lock", "flake.lock", "gradle.lockfile", "project.assets.json", ".terraform.lock.hcl", "deno.lock", "conan.lock");
    private static readonly FrozenSet<string> TestFolders = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "test", "tests", "testing", "spec", "specs", "__tests__", "__mocks__", "mocks", "mock", "fixtures", "fixture", "testdata", "test-data", "test_data", "e2e", "cypress", "t", "example", "examples", "sample", "samples", "demo", "demos", "testutil", "testutils", "__fixtures__", "snapshots", "__snapshots__");

    private static readonly SearchValues<string> TestParts = SearchValues.Create([".test.", ".spec.", ".example.", ".sample."], StringComparison.OrdinalIgnoreCase);

    public FileFacts(TreeFile file)
    {
        Path = file.Path;
        Name = file.Name;
        var ending = System.IO.Path.GetExtension(Name);
        Lock = LockNames.Contains(Name) || ending.Equals(".lock", StringComparison.OrdinalIgnoreCase) || Name.EndsWith(".sum", StringComparison.OrdinalIgnoreCase);
        Generated = Name.Contains(".min.", StringComparison.OrdinalIgnoreCase) || ending is ".map" or ".svg" or ".lock" or ".sum" or ".snap" or ".pdf" or ".ps" or ".eps";
        Class = ProseEndings.Contains(ending) ? TextClass.Prose : IsConfiguration(ending) ? TextClass.Configuration : TextClass.Code;
        Markup = ending is ".xml" or ".config" or ".plist" or ".html" or ".htm" or ".xaml" or ".csproj" or ".props" or ".targets" or ".resx";
        Test = file.Folder.Split('/').Any(TestFolders.Contains) || IsTestName(Name);
    }

    public string Path { get; }
    public string Name { get; }
    public TextClass Class { get; }

    /// <summary>Whether it locks versions: its random texts are digests.</summary>
    public bool Lock { get; }

    /// <summary>Whether a program wrote it.</summary>
    public bool Generated { get; }
    public bool Markup { get; }

    /// <summary>Whether it holds test data or examples.</summary>
    public bool Test { get; }

    private bool IsConfiguration(string ending) =>
        ConfigurationEndings.Contains(ending) || ending.Length == 0 || Name.Contains(".conf.", StringComparison.OrdinalIgnoreCase) || Name.StartsWith(".env", StringComparison.OrdinalIgnoreCase) || Name.StartsWith("Dockerfile", StringComparison.OrdinalIgnoreCase)
        || Name.StartsWith("docker-compose", StringComparison.OrdinalIgnoreCase) || ending.Equals(".dockerfile", StringComparison.OrdinalIgnoreCase) || (Name[0] == '.' && Name.LastIndexOf('.') == 0);

    private static bool IsTestName(string name)
    {
        var stem = name.IndexOf('.', 1) is > 0 and var dot ? name[..dot] : name;
        return stem.StartsWith("test_", StringComparison.OrdinalIgnoreCase) || stem.EndsWith("_test", StringComparison.OrdinalIgnoreCase)
            || stem.EndsWith("_spec", StringComparison.OrdinalIgnoreCase) || stem.EndsWith("Test", StringComparison.Ordinal) || stem.EndsWith("Tests", StringComparison.Ordinal) || stem.EndsWith("Spec", StringComparison.Ordinal)
            || name.EndsWith(".example", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".sample", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".dist", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".template", StringComparison.OrdinalIgnoreCase)
            || name.AsSpan().ContainsAny(TestParts);
    }
}

using System.Collections.Frozen;

namespace Merlon.Packages.Purls;

/// <summary>What a type of package adds to the general rules: how its names are folded, and what it refuses.</summary>
sealed record PurlType
{
    [Flags]
    enum Lower { None = 0, Namespace = 1, Name = 2, Version = 4, Names = Namespace | Name }

    enum NamespaceNeed { Optional, Required, Prohibited }

    static readonly PurlType Plain = new();
    static readonly PurlType LowerNames = new() { Folding = Lower.Names };
    static readonly PurlType NoNamespace = new() { Need = NamespaceNeed.Prohibited };
    static readonly PurlType LowerName = new() { Folding = Lower.Name, Need = NamespaceNeed.Prohibited };

    static readonly FrozenDictionary<string, PurlType> Types = new Dictionary<string, PurlType>
    {
        ["alpm"] = LowerNames, ["apk"] = LowerNames, ["bitbucket"] = LowerNames, ["brew"] = LowerNames, ["composer"] = LowerNames,
        ["deb"] = LowerNames, ["git"] = LowerNames, ["github"] = LowerNames, ["golang"] = LowerNames, ["hex"] = LowerNames,
        ["luarocks"] = new() { Folding = Lower.Name | Lower.Version },
        ["rpm"] = new() { Folding = Lower.Namespace },
        ["qpkg"] = new() { Folding = Lower.Namespace },
        ["huggingface"] = new() { Folding = Lower.Version },
        ["bitnami"] = LowerName, ["oci"] = LowerName, ["otp"] = LowerName, ["pub"] = LowerName, ["vcpkg"] = LowerName,
        ["bazel"] = NoNamespace, ["cargo"] = NoNamespace, ["cocoapods"] = NoNamespace, ["conda"] = NoNamespace, ["cran"] = NoNamespace,
        ["gem"] = NoNamespace, ["hackage"] = NoNamespace, ["nuget"] = NoNamespace, ["opam"] = NoNamespace,
        ["pypi"] = LowerName with { Change = static p => p with { Name = p.Name.Replace('_', '-') } },
        ["mlflow"] = NoNamespace with { Change = FoldDatabricksName },
        ["swift"] = new() { Need = NamespaceNeed.Required },
        ["vscode-extension"] = LowerNames with { Need = NamespaceNeed.Required },
        ["julia"] = NoNamespace with { Allows = static p => p.Qualifiers.ContainsKey("uuid") },
        ["cpan"] = new() { Change = static p => p with { Namespace = p.Namespace?.ToUpperInvariant() }, Allows = static p => !p.Name.Contains("::", StringComparison.Ordinal) },
        ["chrome-extension"] = NoNamespace with { Allows = IsChromeExtension },
    }.ToFrozenDictionary(StringComparer.Ordinal);

    Lower Folding { get; init; }
    NamespaceNeed Need { get; init; }
    Func<PurlParts, PurlParts> Change { get; init; } = static parts => parts;
    Func<PurlParts, bool> Allows { get; init; } = static _ => true;

    /// <summary>The parts as the type writes them; null when it refuses them.</summary>
    public static PurlParts? Apply(PurlParts parts)
    {
        var type = Types.GetValueOrDefault(parts.Type, Plain);
        var need = type.Need;
        if (need == NamespaceNeed.Required && parts.Namespace is null) return null;
        if (need == NamespaceNeed.Prohibited && parts.Namespace is not null) return null;
        return type.Allows(parts) ? type.Change(type.Fold(parts)) : null;
    }

    PurlParts Fold(PurlParts parts) => Folding == Lower.None ? parts : parts with
    {
        Namespace = Folding.HasFlag(Lower.Namespace) ? parts.Namespace?.ToLowerInvariant() : parts.Namespace,
        Name = Folding.HasFlag(Lower.Name) ? parts.Name.ToLowerInvariant() : parts.Name,
        Version = Folding.HasFlag(Lower.Version) ? parts.Version?.ToLowerInvariant() : parts.Version,
    };

    /// <summary>Model names are case-insensitive on Databricks and case-sensitive elsewhere.</summary>
    static PurlParts FoldDatabricksName(PurlParts parts) =>
        parts.Qualifiers.GetValueOrDefault("repository_url")?.Contains("databricks", StringComparison.OrdinalIgnoreCase) == true
            ? parts with { Name = parts.Name.ToLowerInvariant() }
            : parts;

    /// <summary>An id is 32 letters from a to p; a version has one to four numbers.</summary>
    static bool IsChromeExtension(PurlParts parts)
    {
        if (parts.Name.Length != 32 || parts.Name.Any(c => c is < 'a' or > 'p')) return false;
        var numbers = parts.Version?.Split('.') ?? [];
        return numbers.Length <= 4 && numbers.All(n => n.Length > 0 && n.All(char.IsAsciiDigit));
    }
}

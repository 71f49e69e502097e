using System.Text.Json.Serialization;

namespace Merlon.Analysis;

/// <summary>What a scan looks for. The numeric order is the order in which the kinds run.</summary>
[Flags]
[JsonConverter(typeof(JsonStringEnumConverter<CodeScanKinds>))]
public enum CodeScanKinds
{
    None = 0,

    /// <summary>Licences, copyrights, authors, e-mail addresses, web addresses.</summary>
    Evidence = 1,

    Secrets = 2,

    /// <summary>Packages that manifests, lock files and archives name.</summary>
    Packages = 4,

    /// <summary>Advisories that hit the packages found; needs <see cref="Packages"/>, which it switches on.</summary>
    Vulnerabilities = 8,

    /// <summary>Dataflow findings.</summary>
    Code = 16,

    All = Evidence | Secrets | Packages | Vulnerabilities | Code,
}

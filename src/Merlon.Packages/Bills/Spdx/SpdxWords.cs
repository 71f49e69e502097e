using System.Collections.Immutable;

namespace Merlon.Packages.Bills.Spdx;

/// <summary>Between SPDX's words and the bill's, which are CycloneDX's.</summary>
static class SpdxWords
{
    public static bool SaysSomething(string? value) => !string.IsNullOrEmpty(value) && value is not ("NOASSERTION" or "NONE");

    /// <summary>"SHA256", "sha256" and "SHA3-256" become "SHA-256" and "SHA3-256".</summary>
    public static string Algorithm(string spdx)
    {
        var name = spdx.ToUpperInvariant().Replace('_', '-');
        return name.StartsWith("SHA", StringComparison.Ordinal) && name.Length > 3 && char.IsAsciiDigit(name[3]) && !name.StartsWith("SHA3", StringComparison.Ordinal)
            ? "SHA-" + name[3..]
            : name;
    }

    public static string ToSpdxAlgorithm(string algorithm) =>
        algorithm.StartsWith("SHA-", StringComparison.Ordinal) ? "SHA" + algorithm[4..] : algorithm;

    /// <summary>"OPERATING_SYSTEM" or "operatingSystem" become "operating-system".</summary>
    public static string Kind(string? purpose) => purpose?.ToLowerInvariant().Replace('_', '-') switch
    {
        null or "" or "source" or "archive" or "install" or "other" or "module" => "library",
        "operatingsystem" => "operating-system",
        "devicedriver" => "device-driver",
        var known => known,
    };

    /// <summary>"Organization: Acme (mail@acme.example)" is "Acme".</summary>
    public static string? Actor(string? actor)
    {
        if (actor is null || !SaysSomething(actor)) return null;
        var name = actor[(actor.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        var mail = name.IndexOf(" (", StringComparison.Ordinal);
        return mail < 0 ? name : name[..mail];
    }

    public static ImmutableArray<BillLicense> Licenses(string? declared, string? concluded)
    {
        var licenses = ImmutableArray.CreateBuilder<BillLicense>();
        if (SaysSomething(declared)) licenses.Add(new(declared!, IsExpression: true, "declared"));
        if (SaysSomething(concluded) && concluded != declared) licenses.Add(new(concluded!, IsExpression: true, "concluded"));
        return licenses.ToImmutable();
    }

    /// <summary>A dependency, whichever way round the relationship is told; null where it is none.</summary>
    public static BillDependency? Dependency(string? from, string? type, string? to) => (from, type, to) switch
    {
        (null, _, _) or (_, _, null) => null,
        (_, "DEPENDS_ON" or "dependsOn", _) => new(from, [to]),
        (_, "DEPENDENCY_OF" or "BUILD_DEPENDENCY_OF" or "DEV_DEPENDENCY_OF" or "OPTIONAL_DEPENDENCY_OF" or "RUNTIME_DEPENDENCY_OF" or "TEST_DEPENDENCY_OF" or "PROVIDED_DEPENDENCY_OF", _) => new(to, [from]),
        _ => null,
    };
}

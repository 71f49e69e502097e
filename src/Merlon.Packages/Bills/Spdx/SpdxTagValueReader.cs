using Merlon.Packages.Purls;

namespace Merlon.Packages.Bills.Spdx;

/// <summary>Reads SPDX 2.2 and 2.3 in tag-value form, line by line. A package ends where the next section begins.</summary>
static class SpdxTagValueReader
{
    public static IEnumerable<BillItem> Read(Stream stream, BillLimits limits)
    {
        var header = new BillHeader { Format = BillFormat.SpdxTagValue };
        BillComponent? package = null;
        var inPackage = false;
        using var lines = new TagValueLines(stream, limits);
        while (lines.Read(out var tag, out var value))
        {
            if (tag is "PackageName" or "FileName" or "SnippetSPDXID" or "LicenseID")
            {
                if (package is not null) yield return package;
                inPackage = tag == "PackageName";
                package = inPackage ? new() { Name = value } : null;
            }
            else if (tag == "Relationship")
            {
                if (Relationship(value, ref header) is { } dependency) yield return dependency;
            }
            else if (package is not null) package = With(package, tag, value);
            else header = With(header, tag, value);
        }
        if (package is not null) yield return package;
        if (lines.Problem is { } problem) yield return new BillProblem("", problem);
        if (header.SpecVersion is not ("SPDX-2.2" or "SPDX-2.3")) yield return new BillProblem("SPDXVersion", "is not SPDX-2.2 or SPDX-2.3");
        yield return header;
    }

    static BillHeader With(BillHeader header, string tag, string value) => tag switch
    {
        "SPDXVersion" => header with { SpecVersion = value },
        "DocumentName" => header with { Name = value },
        "DocumentNamespace" => header with { SerialNumber = value },
        "Created" => header with { Created = DateTimeOffset.TryParse(value, out var time) ? time : null },
        "Creator" when value.StartsWith("Tool:", StringComparison.Ordinal) => header with { Tools = header.Tools.Add(value[5..].Trim()) },
        _ => header,
    };

    static BillComponent With(BillComponent package, string tag, string value) => tag switch
    {
        "SPDXID" => package with { Ref = value },
        "PackageVersion" => package with { Version = value },
        "PackageSupplier" => package with { Publisher = SpdxWords.Actor(value) },
        "PackageDescription" or "PackageSummary" => package with { Description = package.Description ?? value },
        "PrimaryPackagePurpose" => package with { Kind = SpdxWords.Kind(value) },
        "PackageCopyrightText" when SpdxWords.SaysSomething(value) => package with { Copyright = value },
        "PackageLicenseDeclared" => package with { Licenses = [.. package.Licenses, .. SpdxWords.Licenses(value, null)] },
        "PackageLicenseConcluded" => package with { Licenses = [.. package.Licenses, .. SpdxWords.Licenses(null, value)] },
        "PackageChecksum" when value.Split(": ", 2) is [var algorithm, var digest] => package with { Hashes = package.Hashes.Add(new(SpdxWords.Algorithm(algorithm), digest.Trim())) },
        "ExternalRef" => WithReference(package, value.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries)),
        _ => package,
    };

    static BillComponent WithReference(BillComponent package, string[] parts) => parts switch
    {
        [_, "purl", var text] when Purl.TryParse(text, out var purl) => package with { Purl = package.Purl ?? purl },
        [_, "cpe23Type" or "cpe22Type", var cpe] => package with { Cpe = package.Cpe ?? cpe },
        _ => package,
    };

    static BillDependency? Relationship(string value, ref BillHeader header)
    {
        if (value.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var from, var type, var to, ..]) return null;
        if (type == "DESCRIBES") header = header with { Subject = header.Subject ?? new() { Ref = to, Name = header.Name ?? "" } };
        return SpdxWords.Dependency(from, type, to);
    }
}

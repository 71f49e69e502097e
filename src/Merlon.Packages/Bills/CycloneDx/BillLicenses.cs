using System.Collections.Immutable;
using Merlon.Packages.Bills.CycloneDx.Rules;

namespace Merlon.Packages.Bills.CycloneDx;

/// <summary>A licence as CycloneDX 1.6 writes it.</summary>
readonly record struct WrittenLicense(string Value, bool Expression, bool IsId, string? Acknowledgement);

/// <summary>CycloneDX 1.6 takes either one expression or a list of ids and names; a bill may hold any mixture.</summary>
static class BillLicenses
{
    public static IEnumerable<WrittenLicense> ForCycloneDx(ImmutableArray<BillLicense> licenses)
    {
        if (licenses is [{ IsExpression: true } only] && !SpdxIds.Contains(only.Value)) return [new(only.Value, Expression: true, IsId: false, only.Acknowledgement)];
        return licenses.Select(static license => new WrittenLicense(license.Value, Expression: false, license.IsExpression && SpdxIds.Contains(license.Value), license.Acknowledgement));
    }
}

namespace Merlon.Packages.Versions;

/// <summary>NuGet: semantic versions with a fourth number ("revision"), pre-release words compared without case, metadata ignored.</summary>
sealed class NuGetOrder : VersionOrder
{
    protected override int CompareText(string x, string y)
    {
        var left = SemVerText.Split(x);
        var right = SemVerText.Split(y);
        var order = SemVerText.CompareNumbers(left.Numbers, right.Numbers);
        return order != 0 ? order : SemVerText.ComparePreRelease(left.PreRelease, right.PreRelease, ignoreCase: true);
    }
}

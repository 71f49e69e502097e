namespace Merlon.Packages.Versions;

/// <summary>Dart's Pub: semantic versions in which build metadata counts, and a version with a build comes after the one without.</summary>
sealed class PubOrder : VersionOrder
{
    protected override int CompareText(string x, string y)
    {
        var left = SemVerText.Split(x);
        var right = SemVerText.Split(y);
        var order = SemVerText.CompareNumbers(left.Numbers, right.Numbers);
        if (order == 0) order = SemVerText.ComparePreRelease(left.PreRelease, right.PreRelease, ignoreCase: false);
        return order != 0 ? order : SemVerText.CompareIdentifiers(left.Build, right.Build, ignoreCase: false);
    }
}

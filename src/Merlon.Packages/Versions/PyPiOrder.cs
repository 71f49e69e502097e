namespace Merlon.Packages.Versions;

/// <summary>PyPI: PEP 440. What is no such version sorts before all that are, in the order that setuptools used for legacy versions.</summary>
sealed class PyPiOrder : VersionOrder
{
    protected override int CompareText(string x, string y)
    {
        var (left, right) = (Pep440Version.Read(x), Pep440Version.Read(y));
        if (left is not null && right is not null) return left.Compare(right);
        return left is null && right is null ? LegacyPythonVersion.Compare(x, y) : left is null ? -1 : 1;
    }
}

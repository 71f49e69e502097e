using Merlon.Packages.Bills;

namespace Merlon.Vectors;

/// <summary>Documents whose names begin with "valid-" or "invalid-", in a folder and those below it.</summary>
static class CycloneDxVectors
{
    public static IEnumerable<Verdict> Run(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Check).OfType<Verdict>();

    static Verdict? Check(string file)
    {
        var name = Path.GetFileName(file);
        var (isValid, isInvalid) = (name.StartsWith("valid-", StringComparison.Ordinal), name.StartsWith("invalid-", StringComparison.Ordinal));
        if (!isValid && !isInvalid) return null;
        using var stream = File.OpenRead(file);
        var problems = Bill.Read(stream).Problems;
        if (problems.IsEmpty == isValid) return new(null);
        return new(isInvalid ? $"{file}: nothing found wrong" : $"{file}: {string.Join(" | ", problems.Take(3).Select(p => $"{p.Path} {p.What}"))}");
    }
}

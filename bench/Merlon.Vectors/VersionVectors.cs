using Merlon.Packages.Versions;

namespace Merlon.Vectors;

/// <summary>Lines "a &lt; b", "a = b", "a &gt; b"; empty lines and lines that begin with "#" are skipped. Both directions must hold.</summary>
static class VersionVectors
{
    public static IEnumerable<Verdict> Run(string ecosystem, string file)
    {
        var order = VersionOrder.For(ecosystem);
        return File.ReadLines(file).Where(line => line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal)).Select(line => Check(order, line));
    }

    static Verdict Check(VersionOrder order, string line)
    {
        var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts is not [var a, "<" or "=" or ">", var b]) return new($"{line}: not a pair");
        var expected = parts[1] switch { "<" => -1, ">" => 1, _ => 0 };
        var forward = Math.Sign(order.Compare(a, b));
        var backward = Math.Sign(order.Compare(b, a));
        return new(forward == expected && backward == -expected ? null : $"{line}: got {forward}, reversed {backward}");
    }
}

using System.Text;
using Merlon.Analysis.Secrets.Kinds;
using Merlon.Analysis.Secrets.Values;

namespace Merlon.Analysis.Secrets;

/// <summary>One look at one window: the text, what the file is, where a keyword stands, and the secrets found so far.</summary>
internal ref struct SecretLook(ReadOnlySpan<byte> text, FileFacts file, SecretSettings settings, List<SecretMatch> found)
{
    public readonly ReadOnlySpan<byte> Text = text;
    public readonly FileFacts File = file;
    private readonly SecretSettings settings = settings;
    private readonly List<SecretMatch> found = found;

    /// <summary>Where the keyword begins, and where it ends.</summary>
    public int At;
    public int End;

    /// <summary>Up to where names were read already.</summary>
    public int NamesRead;

    /// <summary>The stretch around the last keyword without white space or quotes, which several keywords share.</summary>
    public (int Start, int End) Run;

    /// <summary>Keeps a secret if it has the kind's entropy and the caller's.</summary>
    public readonly void Add(SecretKind kind, int start, int end, string? name = null)
    {
        var value = Encoding.Latin1.GetString(Text[start..end]);
        if (kind.Entropy > 0 && Randomness.Entropy(value) < kind.Entropy) return;
        if (kind.Check is null && settings.Entropy is { } least && Randomness.Share(value) < least) return;
        found.Add(new(kind, start, end, value, name));
    }

    public readonly string Between(int start, int end) => Encoding.Latin1.GetString(Text[start..end]);

    public readonly int LineStart(int at) => Math.Max(at - 4096, Text[Math.Max(0, at - 4096)..at].LastIndexOf((byte)'\n') is >= 0 and var n ? Math.Max(0, at - 4096) + n + 1 : 0);

    public readonly int LineEnd(int at) => Text.Slice(at, Math.Min(4096, Text.Length - at)).IndexOf((byte)'\n') is >= 0 and var n ? at + n : Math.Min(Text.Length, at + 4096);
}

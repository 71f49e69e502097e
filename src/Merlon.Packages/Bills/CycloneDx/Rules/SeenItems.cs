using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Merlon.Packages.Bills.CycloneDx.Rules;

/// <summary>Tells whether an item of a list has stood in it before, by digests. Most lists are short: those need no set.</summary>
/// <param name="isAsked">False where items may repeat: then nothing is looked at.</param>
struct SeenItems(bool isAsked)
{
    const int Few = 8;

    Digests first;
    int count;
    HashSet<UInt128>? all;

    /// <summary>False when the item repeats an earlier one.</summary>
    public bool Add(JsonElement item)
    {
        if (!isAsked) return true;
        var digest = JsonChecker.Digest(item);
        if (all is not null) return all.Add(digest);
        ReadOnlySpan<UInt128> known = first;
        if (known[..count].Contains(digest)) return false;
        if (count < Few) first[count++] = digest;
        else all = [.. known, digest];
        return true;
    }

    [InlineArray(Few)]
    struct Digests
    {
        UInt128 first;
    }
}

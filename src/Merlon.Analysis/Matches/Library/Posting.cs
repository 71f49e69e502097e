using System.Runtime.InteropServices;

namespace Merlon.Analysis.Matches.Library;

/// <summary>Where in the library a fingerprint stands.</summary>
/// <param name="File">The number of the file in its segment.</param>
/// <param name="Line">1-based; the last one that can be told is 65,535.</param>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
readonly record struct Posting(uint Hash, uint File, ushort Line) : IComparable<Posting>
{
    public int CompareTo(Posting other) => (Hash, File, Line).CompareTo((other.Hash, other.File, other.Line));
}

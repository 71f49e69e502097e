using System.Text;
using Merlon.Analysis.Evidence.Tokens;

namespace Merlon.Analysis.Evidence.Licenses.Texts;

/// <summary>
/// Marks the names in a published text that every licensor replaces by the own one, found by the words around them:
/// "neither the name of ... nor the names", "provided by ... as is" (SPDX matching guidelines, annex B: replaceable text).
/// </summary>
internal sealed class VariableParts
{
    const int LongestName = 14;

    static readonly (string Before, string Behind)[] Places =
    [
        ("neither the name of", "nor the names of"), ("neither the names of", "nor the names of"), ("neither the name of", "may be used to endorse"), ("nor the names of", "may be used to endorse"),
        ("the name of", "not be used in advertising"), ("the name of", "may not be used to endorse"), ("the names of", "may not be used to endorse"), ("the name", "must not be used to endorse"),
        ("the names", "must not be used to endorse"), ("the name of", "shall not be used in advertising"), ("software is provided by", "as is and any"),
        ("software is provided", "as is and any"), ("written prior permission", "makes no representations about"), ("written permission", "makes no representations about"),
        ("express or implied warranty", "disclaims all warranties with regard"), ("disclaims all warranties", "with regard to this software"), ("in no event shall", "be liable for any"), ("in no event will", "be liable for any"),
        ("not limited to the warranties", "in no event shall"), ("nor may", "appear in their name"), ("for written permission please contact", "products derived"),
        ("includes software developed by", "the end user"), ("made by", "on behalf of the"), ("contributions made by", "individuals on behalf of"), ("more information on", "please see"),
    ];

    readonly List<(int[] Before, int[] Behind)> places = [];

    public VariableParts(Vocabulary vocabulary)
    {
        var tokenizer = new Tokenizer(vocabulary);
        var tokens = new TokenList();
        foreach (var (before, behind) in Places) places.Add((Words(before), Words(behind)));

        int[] Words(string phrase)
        {
            tokenizer.Read(Encoding.UTF8.GetBytes(phrase), tokens, learn: true);
            return tokens.Words.ToArray();
        }
    }

    public void Mark(ReadOnlySpan<int> words, Span<bool> free)
    {
        foreach (var (before, behind) in places)
        {
            for (var at = 0; at + before.Length < words.Length; at++)
            {
                if (!words[at..].StartsWith(before)) continue;
                var start = at + before.Length;
                for (var end = start; end <= Math.Min(start + LongestName, words.Length - behind.Length); end++)
                {
                    if (!words[end..].StartsWith(behind)) continue;
                    free[start..end].Fill(true);
                    break;
                }
            }
        }
    }
}

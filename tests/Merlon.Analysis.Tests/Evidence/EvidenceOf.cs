using System.Text;
using Merlon.Analysis.Evidence;
using Merlon.Analysis.Evidence.Licenses;
using Merlon.Analysis.Evidence.SearchTerms;

namespace Merlon.Analysis.Tests.Evidence;

/// <summary>Reads a text as the scan would, with knowledge loaded once for all tests.</summary>
static class EvidenceOf
{
    static readonly Lazy<LicenseKnowledge> Knowledge = new(LicenseKnowledge.Load);

    public static LicenseKnowledge Licences => Knowledge.Value;

    public static FileEvidence Text(string text, SearchTermSet? terms = null) => Bytes(Encoding.UTF8.GetBytes(text), terms);

    public static FileEvidence Bytes(byte[] content, SearchTermSet? terms = null)
    {
        var found = new FileEvidence();
        new EvidenceReader(Knowledge.Value, terms ?? SearchTermSet.None).Read(content, found);
        return found;
    }

    public static string[] Expressions(string text) => [.. Text(text).Licenses.Select(l => l.Expression).Distinct()];

    public static string Published(string id) => Merlon.Analysis.Evidence.Licenses.Spdx.SpdxList.Read().Licenses.First(l => l.Id == id).Text;
}

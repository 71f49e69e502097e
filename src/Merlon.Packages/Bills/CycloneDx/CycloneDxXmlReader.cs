using System.Xml;
using Merlon.Packages.Bills.CycloneDx.Rules;

namespace Merlon.Packages.Bills.CycloneDx;

/// <summary>
/// Reads CycloneDX 1.0 to 1.7 in XML: the root's children are walked, and theirs are read one by one, so that a bill with a
/// million components needs the memory of one. DTDs are refused, entities never resolved.
/// </summary>
sealed class CycloneDxXmlReader(BillLimits limits)
{
    public IEnumerable<BillItem> Read(Stream stream)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = limits.MaxBytes,
        };
        using var xml = XmlReader.Create(stream, settings);
        using var steps = Steps(xml).GetEnumerator();
        while (true)
        {
            BillProblem? broken = null;
            try
            {
                if (!steps.MoveNext()) yield break;
            }
            catch (XmlException e)
            {
                broken = new("", e.Message);
            }
            yield return broken ?? steps.Current;
            if (broken is not null) yield break;
        }
    }

    IEnumerable<BillItem> Steps(XmlReader xml)
    {
        xml.MoveToContent();
        if (Version(xml) is not { } version)
        {
            yield return new BillProblem("/bom", $"is not the root of a CycloneDX document, but {xml.LocalName} of \"{xml.NamespaceURI}\"");
            yield break;
        }
        var document = new CycloneDxXmlDocument(version, xml.NamespaceURI, XmlItems.Attributes(xml));
        if (!xml.IsEmptyElement)
        {
            foreach (var part in XmlItems.Children(xml, document.TellOfText))
            {
                document.Enter(part, XmlItems.Attributes(xml));
                if (!document.IsWalked(part))
                {
                    foreach (var item in document.Take(XmlItems.ReadWhole(xml, limits))) yield return item;
                    continue;
                }
                if (!xml.IsEmptyElement)
                {
                    foreach (var _ in XmlItems.Children(xml, document.TellOfText))
                        foreach (var item in document.Take(XmlItems.ReadWhole(xml, limits))) yield return item;
                }
                document.Leave();
                foreach (var problem in document.TakeProblems()) yield return problem;
            }
        }
        document.CheckWhole();
        foreach (var problem in document.TakeProblems()) yield return problem;
        yield return document.Header;
    }

    static int? Version(XmlReader xml) =>
        xml.LocalName == "bom" && xml.NamespaceURI.StartsWith(CycloneDxVersion.XmlNamespacePrefix, StringComparison.Ordinal)
            ? CycloneDxVersion.Minor(xml.NamespaceURI[CycloneDxVersion.XmlNamespacePrefix.Length..], XmlRules.OldestVersion, XmlRules.NewestVersion)
            : null;
}

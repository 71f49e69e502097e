using System.Xml;
using System.Xml.Linq;

namespace Merlon.Packages.Bills.CycloneDx;

/// <summary>Takes a document that is read forward only apart into elements. Throws XmlException where it is malformed or too large.</summary>
static class XmlItems
{
    /// <summary>The attributes of the element that the reader stands on, which it does not leave.</summary>
    public static List<XAttribute> Attributes(XmlReader xml)
    {
        var attributes = new List<XAttribute>();
        while (xml.MoveToNextAttribute())
            if (xml.NamespaceURI != XNamespace.Xmlns.NamespaceName) attributes.Add(new(XName.Get(xml.LocalName, xml.NamespaceURI), xml.Value));
        xml.MoveToElement();
        return attributes;
    }

    /// <summary>Stops on each child element in turn; whoever asks may read on to the child's end, or not at all into it. Tells of text between them.</summary>
    public static IEnumerable<XName> Children(XmlReader xml, Action onText)
    {
        var depth = xml.Depth;
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth) yield break;
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && xml.Depth == depth + 1) onText();
            if (xml.NodeType == XmlNodeType.Element && xml.Depth == depth + 1) yield return XName.Get(xml.LocalName, xml.NamespaceURI);
        }
    }

    /// <summary>Reads the element that the reader stands on with everything in it, and leaves the reader on its end.</summary>
    public static XElement ReadWhole(XmlReader xml, BillLimits limits)
    {
        var root = Element(xml);
        var current = root;
        var size = 0L;
        if (xml.IsEmptyElement) return root;
        var depth = xml.Depth;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.Depth > limits.MaxDepth) throw new XmlException($"Elements are nested more than {limits.MaxDepth} deep.");
            switch (xml.NodeType)
            {
                case XmlNodeType.Element:
                    var child = Element(xml);
                    current.Add(child);
                    size += child.Name.LocalName.Length;
                    if (!xml.IsEmptyElement) current = child;
                    break;
                case XmlNodeType.EndElement:
                    current = current.Parent!;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    size += xml.Value.Length;
                    current.Add(new XText(xml.Value));
                    break;
            }
            if (size > limits.MaxItemSize) throw new XmlException($"An element is larger than {limits.MaxItemSize} characters.");
        }
        return root;
    }

    static XElement Element(XmlReader xml) => new(XName.Get(xml.LocalName, xml.NamespaceURI), Attributes(xml));
}

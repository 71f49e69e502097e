using System.Xml;
using System.Xml.Linq;

namespace Merlon.Analysis.Manifests.Formats;

/// <summary>XML without document type, entities or anything fetched, to a bounded depth.</summary>
static class Xml
{
    const int MaxDepth = 200;

    static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 64 << 20, IgnoreComments = true,
    };

    public static XElement Read(ManifestFile file)
    {
        using var stream = file.Open();
        return Read(stream);
    }

    public static XElement Read(Stream stream)
    {
        using var reader = new DepthGuard(XmlReader.Create(stream, Settings));
        return XDocument.Load(reader).Root ?? throw new ManifestException("the file is empty");
    }

    /// <summary>The child of this local name, whatever its namespace.</summary>
    public static XElement? Child(this XElement element, string name) => element.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    public static IEnumerable<XElement> Children(this XElement? element, string name) => element?.Elements().Where(e => e.Name.LocalName == name) ?? [];

    /// <summary>The trimmed text of the child, or null when there is none or it is empty.</summary>
    public static string? ChildText(this XElement element, string name) => element.Child(name)?.Value.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The attribute of this name, in any case, or null.</summary>
    public static string? Attr(this XElement element, string name) =>
        element.Attributes().FirstOrDefault(a => a.Name.LocalName.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>XDocument recurses over what it has read; this keeps it from being read that deep.</summary>
    sealed class DepthGuard(XmlReader inner) : XmlReader, IXmlLineInfo
    {
        public override bool Read() =>
            inner.Read() && (inner.Depth <= MaxDepth ? true : throw new ManifestException($"nested deeper than {MaxDepth}"));

        public override int AttributeCount => inner.AttributeCount;
        public override string BaseURI => inner.BaseURI;
        public override int Depth => inner.Depth;
        public override bool EOF => inner.EOF;
        public override bool IsEmptyElement => inner.IsEmptyElement;
        public override string LocalName => inner.LocalName;
        public override string NamespaceURI => inner.NamespaceURI;
        public override XmlNameTable NameTable => inner.NameTable;
        public override XmlNodeType NodeType => inner.NodeType;
        public override string Prefix => inner.Prefix;
        public override ReadState ReadState => inner.ReadState;
        public override string Value => inner.Value;
        public int LineNumber => (inner as IXmlLineInfo)?.LineNumber ?? 0;
        public int LinePosition => (inner as IXmlLineInfo)?.LinePosition ?? 0;
        public bool HasLineInfo() => inner is IXmlLineInfo;
        public override string GetAttribute(int i) => inner.GetAttribute(i);
        public override string? GetAttribute(string name) => inner.GetAttribute(name);
        public override string? GetAttribute(string name, string? namespaceURI) => inner.GetAttribute(name, namespaceURI);
        public override string? LookupNamespace(string prefix) => inner.LookupNamespace(prefix);
        public override bool MoveToAttribute(string name) => inner.MoveToAttribute(name);
        public override bool MoveToAttribute(string name, string? ns) => inner.MoveToAttribute(name, ns);
        public override bool MoveToElement() => inner.MoveToElement();
        public override bool MoveToFirstAttribute() => inner.MoveToFirstAttribute();
        public override bool MoveToNextAttribute() => inner.MoveToNextAttribute();
        public override bool ReadAttributeValue() => inner.ReadAttributeValue();
        public override void ResolveEntity() => inner.ResolveEntity();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}

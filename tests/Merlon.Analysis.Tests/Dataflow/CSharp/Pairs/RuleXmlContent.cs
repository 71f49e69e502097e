using System.Security;
using System.Security.Cryptography;
using System.Web;
using System.Xml;

class RuleXmlContent
{
    void BadText(HttpRequest request) => new XmlDocument().LoadXml("<order><name>" + request.QueryString["name"] + "</name></order>"); // finds xml-content-injection
    void GoodText(HttpRequest request) => new XmlDocument().LoadXml("<order><name>" + SecurityElement.Escape(request.QueryString["name"]) + "</name></order>");
    void GoodWhole(HttpRequest request) => new XmlDocument().LoadXml(request.QueryString["document"]);
    void BadRaw(XmlWriter writer, HttpRequest request) => writer.WriteRaw(request.QueryString["name"]); // finds xml-raw-content
    void GoodRaw(XmlWriter writer, HttpRequest request) => writer.WriteString(request.QueryString["name"]);
}

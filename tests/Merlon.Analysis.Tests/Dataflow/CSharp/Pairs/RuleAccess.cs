using System;
using System.IO;
using System.IO.Compression;
using System.Net;
using System.Net.Http;
using System.Runtime.Serialization.Formatters.Binary;
using System.Threading.Tasks;
using System.Web;
using System.Web.UI;
using System.Xml;
using System.Xml.Serialization;
using Newtonsoft.Json;

class RuleAccess
{
    void BadRead(HttpRequest r) => File.ReadAllText("/data/" + r.QueryString["f"]); // finds path-traversal
    void GoodRead(HttpRequest r) => File.ReadAllText("/data/" + Path.GetFileName(r.QueryString["f"]));
    void BadReader(HttpRequest r) { using (var s = new StreamReader(Path.Combine("/data", r.QueryString["f"]))) s.ReadLine(); } // finds path-traversal
    void GoodReader(HttpRequest r) { using (var s = new StreamReader(r.InputStream)) s.ReadLine(); }
    void BadChecked(HttpRequest r) { var p = Path.GetFullPath("/data/" + r.QueryString["f"]); if (p.Length > 3) File.Delete(p); } // finds path-traversal
    void GoodChecked(HttpRequest r) { var p = Path.GetFullPath("/data/" + r.QueryString["f"]); if (p.StartsWith("/data/")) File.Delete(p); }
    void BadThrowing(HttpRequest r) { var p = Path.GetFullPath("/data/" + r.QueryString["f"]); if (p.StartsWith("/data/")) throw new Exception(); File.Delete(p); } // finds path-traversal
    void GoodThrowing(HttpRequest r) { var p = Path.GetFullPath("/data/" + r.QueryString["f"]); if (!p.StartsWith("/data/")) throw new Exception(); File.Delete(p); }
    void BadInfo(HttpRequest r) { var f = new FileInfo("/data/" + r.QueryString["f"]); if (f.Name.StartsWith("/data/")) f.Delete(); } // finds path-traversal
    void GoodInfo(HttpRequest r) { var f = new FileInfo("/data/" + r.QueryString["f"]); if (f.FullName.StartsWith("/data/")) f.Delete(); }
    void BadStream(HttpRequest r) => new FileStream(r.QueryString["f"], FileMode.Open); // finds path-traversal
    void GoodStream(HttpRequest r) => new FileStream("fixed.txt", FileMode.Open);
    void BadZip(ZipArchive a) { foreach (var e in a.Entries) e.ExtractToFile(Path.Combine("/out", e.FullName)); } // finds path-traversal
    void GoodZip(ZipArchive a) { foreach (var e in a.Entries) e.ExtractToFile(Path.Combine("/out", e.Name)); }
    void BadUpload(HttpRequest r) => r.Files[0].SaveAs("/data/" + r.Files[0].FileName); // finds path-traversal
    void GoodUpload(HttpRequest r) => r.Files[0].SaveAs("/data/" + Guid.NewGuid());

    async Task BadClient(HttpRequest r, HttpClient c) => await c.GetStringAsync(r.QueryString["u"]); // finds server-side-request-forgery
    async Task GoodClient(HttpRequest r, HttpClient c) => await c.GetStringAsync("https://example.org/");
    async Task BadRelative(HttpRequest r, HttpClient c) => await c.GetStringAsync("https:" + r.QueryString["u"]); // finds server-side-request-forgery
    async Task GoodRelative(HttpRequest r, HttpClient c) => await c.GetStringAsync("api/users/" + r.QueryString["u"]);
    void BadWebRequest(HttpRequest r) => WebRequest.Create("http://" + r.QueryString["u"]).GetResponse(); // finds server-side-request-forgery
    void GoodWebRequest(HttpRequest r) => WebRequest.Create("http://example.org").GetResponse();

    void BadBinary(HttpRequest r) => new BinaryFormatter().Deserialize(r.InputStream); // finds deserialization
    void GoodBinary(HttpRequest r) => new BinaryFormatter().Deserialize(new MemoryStream());
    void BadLos(HttpRequest r) => new LosFormatter().Deserialize(r.Form["x"]); // finds deserialization
    void GoodLos(HttpRequest r) => new LosFormatter().Deserialize("x");
    void BadJson(HttpRequest r) => JsonConvert.DeserializeObject<object>(r.Form["x"], new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All }); // finds deserialization
    void GoodJson(HttpRequest r) => JsonConvert.DeserializeObject<object>(r.Form["x"], new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.None });
    void BadXmlType(HttpRequest r) => new XmlSerializer(Type.GetType(r.Form["t"])).Deserialize(r.InputStream); // finds deserialization, unsafe-reflection
    void GoodXmlType(HttpRequest r) => new XmlSerializer(typeof(string)).Deserialize(r.InputStream);

    void BadXml(HttpRequest r) { var d = new XmlDocument(); d.XmlResolver = new XmlUrlResolver(); d.LoadXml(r.Form["x"]); } // finds xml-injection
    void GoodXml(HttpRequest r) { var d = new XmlDocument(); d.XmlResolver = null; d.LoadXml(r.Form["x"]); }
    void BadReaderXml(HttpRequest r) { var s = new XmlReaderSettings { DtdProcessing = DtdProcessing.Parse, XmlResolver = new XmlUrlResolver() }; XmlReader.Create(r.InputStream, s); } // finds xml-injection
    void GoodReaderXml(HttpRequest r) { var s = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit }; XmlReader.Create(r.InputStream, s); }
    void BadTextReader(HttpRequest r) { var x = new XmlTextReader(r.InputStream); x.DtdProcessing = DtdProcessing.Parse; x.Read(); } // finds xml-injection
    void GoodTextReader(HttpRequest r) { var x = new XmlTextReader(r.InputStream); x.DtdProcessing = DtdProcessing.Prohibit; x.Read(); }
}

class Sameness
{
    internal bool BadName(object a, object b) => a.GetType().Name == b.GetType().Name; // finds class-compared-by-name
    internal bool GoodName(object a, object b) => a.GetType() == b.GetType();
}

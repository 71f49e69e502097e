using System;
using System.Diagnostics;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Runtime.Serialization.Formatters.Binary;
using System.Runtime.Serialization.Json;
using System.Text.Json;
using System.Web;
using System.Web.Mvc;
using Newtonsoft.Json;
using RazorEngine;

// A flow through several statements is reported once, on the line where it does harm.
class RuleLines
{
    void BadStart(HttpRequest r)
    {
        var info = new ProcessStartInfo("sh");
        info.Arguments = r.QueryString["a"]; // finds command-injection
        Process.Start(info);
    }

    void BadCookie(HttpRequest r, HttpResponse p)
    {
        var cookie = new HttpCookie("lang", r.QueryString["a"]);
        cookie.Secure = cookie.HttpOnly = true;
        p.AppendCookie(cookie); // finds header-injection
    }

    void GoodCookie(HttpRequest r, HttpResponse p)
    {
        var cookie = new HttpCookie("lang", HttpUtility.UrlEncode(r.QueryString["a"]));
        cookie.Secure = cookie.HttpOnly = true;
        p.AppendCookie(cookie);
    }

    void BadType(HttpRequest r)
    {
        var type = Type.GetType(r.QueryString["a"]); // finds unsafe-reflection
        Activator.CreateInstance(type);
    }

    void BadInstance(HttpRequest r) => Activator.CreateInstance("Plugins", r.QueryString["a"]); // finds unsafe-reflection
    void GoodInstance() => Activator.CreateInstance("Plugins", "Plugins.First");

    void BadRaw(HttpRequest r, JsonTextWriter w) => w.WriteRawValue("\"" + r.Form["n"] + "\""); // finds json-injection
    void GoodRaw(HttpRequest r, JsonTextWriter w) => w.WriteValue(r.Form["n"]);
    void BadUtf8(HttpRequest r, Utf8JsonWriter w) => w.WriteRawValue(r.Form["n"]); // finds json-injection
    void GoodUtf8(HttpRequest r, Utf8JsonWriter w) => w.WriteStringValue(r.Form["n"]);
    void BadTemplate(HttpRequest r) => Razor.Parse(r.Form["t"]); // finds template-injection
    void GoodTemplate(HttpRequest r) => Razor.Parse("<p>@Model</p>", r.Form["t"]);
    void BadContract(HttpRequest r) => new DataContractJsonSerializer(Type.GetType(r.Form["t"])); // finds deserialization, unsafe-reflection
    void GoodContract(HttpRequest r) => new DataContractJsonSerializer(typeof(string));
    void BadMessage(HttpRequest r) => new HttpRequestMessage(HttpMethod.Get, r.Form["u"]); // finds server-side-request-forgery
    void GoodMessage(HttpRequest r) => new HttpRequestMessage(HttpMethod.Get, "https://example.org/?u=" + r.Form["u"]);

    void BadListener(HttpListener l) { var c = l.GetContext(); Process.Start("sh", c.Request.QueryString["a"]); } // finds command-injection
    void GoodListener(HttpListener l) { var c = l.GetContext(); Process.Start("sh", c.Request.HttpMethod); }

    void BadSerialized(HttpRequest r)
    {
        var (memory, formatter) = (new MemoryStream(), new BinaryFormatter());
        formatter.Serialize(memory, r.Form["a"]);
        Process.Start("sh", (string)formatter.Deserialize(memory)); // finds command-injection
    }

    void GoodSerialized(HttpRequest r)
    {
        var (memory, formatter) = (new MemoryStream(), new BinaryFormatter());
        formatter.Serialize(memory, "ls");
        Process.Start("sh", (string)formatter.Deserialize(memory));
    }
}

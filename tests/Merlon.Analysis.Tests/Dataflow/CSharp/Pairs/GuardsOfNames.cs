using System;
using System.IO;
using System.Net.Http;
using System.Web;
using Microsoft.AspNetCore.Mvc;

class GuardsOfNames
{
    static readonly char[] Invalid = ['<', '>', ':', '/', '\\'];
    static readonly char[] Letters = ['a', 'b', 'c'];

    void BadSearch(HttpRequest r) { var n = r.QueryString["f"]; if (n.IndexOfAny(Letters) != -1) throw new Exception(); File.Delete("/data/" + n); } // finds path-traversal
    void GoodSearch(HttpRequest r) { var n = r.QueryString["f"]; if (n.IndexOfAny(Invalid) != -1) throw new Exception(); File.Delete("/data/" + n); }
    void BadPlatform(HttpRequest r) { var n = r.QueryString["f"]; if (n.IndexOfAny(Path.GetInvalidFileNameChars()) < 0) throw new Exception(); File.Delete("/data/" + n); } // finds path-traversal
    void GoodPlatform(HttpRequest r) { var n = r.QueryString["f"]; if (n.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0) throw new Exception(); File.Delete("/data/" + n); }
    void BadLoop(HttpRequest r) { var n = r.QueryString["f"]; foreach (var c in Letters) n = n.Replace(c, '_'); File.Delete("/data/" + n); } // finds path-traversal
    void GoodLoop(HttpRequest r) { var n = r.QueryString["f"]; foreach (var c in Path.GetInvalidFileNameChars()) n = n.Replace(c, '_'); File.Delete("/data/" + n); }
    void BadSplit(HttpRequest r) => File.Delete("/data/" + string.Join("_", r.QueryString["f"].Split(Letters))); // finds path-traversal
    void GoodSplit(HttpRequest r) => File.Delete("/data/" + string.Join("_", r.QueryString["f"].Split(Path.GetInvalidFileNameChars())));
    void BadContains(HttpRequest r) { var n = r.QueryString["f"]; if (n.Contains('*')) throw new Exception(); File.Delete("/data/" + n); } // finds path-traversal
    void GoodContains(HttpRequest r) { var n = r.QueryString["f"]; if (n.Contains('/')) throw new Exception(); File.Delete("/data/" + n); }
}

class GuardsOfPaths
{
    void BadComparedToFalse(HttpRequest r) { var p = Path.GetFullPath("/data/" + r.QueryString["f"]); if (p.EndsWith("/data") == false) throw new Exception(); File.Delete(p); } // finds path-traversal
    void GoodComparedToFalse(HttpRequest r) { var p = Path.GetFullPath("/data/" + r.QueryString["f"]); if (p.StartsWith("/data/") == false) throw new Exception(); File.Delete(p); }
    void BadNull(HttpRequest r) { if (Checked(r.QueryString["f"], "") is { } p) File.Delete(p); } // finds path-traversal
    void GoodNull(HttpRequest r) { if (Within(r.QueryString["f"]) is { } p) File.Delete(p); }
    void BadContained(HttpRequest r) { var p = Path.GetFullPath(r.QueryString["f"]); if (IsAbsolute(p)) File.Delete(p); } // finds path-traversal
    void GoodContained(HttpRequest r) { var p = Path.GetFullPath(r.QueryString["f"]); if (IsContained("/data", p)) File.Delete(p); }

    static string Checked(string name, string ending)
    {
        var path = Path.GetFullPath("/data/" + name);
        if (!path.EndsWith(ending)) return null;
        return path;
    }

    static string Within(string name)
    {
        var path = Path.GetFullPath("/data/" + name);
        if (!path.StartsWith("/data/")) return null;
        return path;
    }

    static bool IsAbsolute(string path)
    {
        if (path.Length == 0) return false;
        return path[0] == '/';
    }

    static bool IsContained(string root, string candidate)
    {
        var (folder, path) = (Path.GetFullPath(root), Path.GetFullPath(candidate));
        if (string.Equals(folder, path, StringComparison.Ordinal)) return true;
        return path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }
}

enum Kind { One, Two }

class ItemsController : ControllerBase
{
    public void BadTexts([FromQuery] string[] names) => System.IO.File.Delete("/data/" + names[0]); // finds path-traversal
    public void GoodKinds([FromQuery] Kind[] kinds) => System.IO.File.Delete("/data/" + kinds[0]);
    public void GoodNumbers([FromQuery] Guid[] ids) => System.IO.File.Delete("/data/" + ids[0]);
}

class Addresses
{
    const string Known = "https://example.org/users/{0}?all={1}", Open = "https://{0}/users";

    void BadFormat(HttpRequest r, HttpClient c) => c.GetStringAsync(string.Format(Open, r.QueryString["u"])); // finds server-side-request-forgery
    void GoodFormat(HttpRequest r, HttpClient c) => c.GetStringAsync(string.Format(Known, r.QueryString["u"], true));
    void BadBuilder(HttpRequest r, HttpClient c) => c.GetStringAsync(new UriBuilder(r.QueryString["u"]).ToString()); // finds server-side-request-forgery
    void GoodBuilder(HttpRequest r, HttpClient c) { var b = new UriBuilder("https://example.org"); b.Query = r.QueryString["u"]; c.GetStringAsync(b.ToString()); }

    void BadOwner(HttpRequest r) => Read(r.QueryString["u"]);
    void Read(string name) => File.Delete("/data/" + name); // finds path-traversal
    void GoodOwner(HttpRequest r, Owner o) { o.Fill(r.QueryString["u"]); File.Delete("/data/" + o.Id); }
}

class Owner
{
    public Guid Id { get; set; }
    public void Fill(string text) => Id = Guid.Parse(text);
}

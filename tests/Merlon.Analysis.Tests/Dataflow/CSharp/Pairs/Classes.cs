using System;
using System.Data.SqlClient;
using System.Web;

abstract class Source { public abstract string Get(HttpRequest r); public virtual string Name => "safe"; }
class Tainted : Source { public override string Get(HttpRequest r) => r.QueryString["id"]; }
class Harmless : Source { public override string Get(HttpRequest r) => "safe"; }

interface IHolder { string Text { get; set; } }
class Holder : IHolder { public string Text { get; set; } }
class Lower : Holder { public string Both { get => Text + "!"; set => Text = "fixed"; } }

record Person(string Name, string Role);
record struct Point(string X, string Y);
class Primary(string text) { public string Text => text; }
static class Store { public static string Kept; public static readonly string Fixed = "safe"; static Store() { Kept = "safe"; } }

partial class Parts { string data; public void Set(string x) => data = x; }
partial class Parts { public string Get() => data; public static Parts operator +(Parts a, string b) { a.data = b; return a; } }

class Indexed
{
    string first, second;
    public string this[int i] { get => i == 0 ? first : second; set { if (i == 0) first = value; else second = value; } }
}

class Classes
{
    string field;

    void BadVirtual(HttpRequest r, SqlConnection c) { Source s = new Tainted(); new SqlCommand(s.Get(r), c); } // finds sql-injection
    void GoodVirtual(HttpRequest r, SqlConnection c) { Source s = new Harmless(); new SqlCommand(s.Get(r), c); }

    void BadInterface(HttpRequest r, SqlConnection c) { IHolder h = new Holder(); h.Text = r.QueryString["id"]; new SqlCommand(h.Text, c); } // finds sql-injection
    void GoodInterface(HttpRequest r, SqlConnection c) { IHolder h = new Holder(); h.Text = r.QueryString["id"]; h.Text = "safe"; new SqlCommand(h.Text, c); }

    void BadProperty(HttpRequest r, SqlConnection c) { var l = new Lower(); l.Text = r.QueryString["id"]; new SqlCommand(l.Both, c); } // finds sql-injection
    void GoodProperty(HttpRequest r, SqlConnection c) { var l = new Lower(); l.Both = r.QueryString["id"]; new SqlCommand(l.Both, c); }

    void BadRecord(HttpRequest r, SqlConnection c) { var p = new Person(r.QueryString["id"], "safe"); new SqlCommand(p.Name, c); } // finds sql-injection
    void GoodRecord(HttpRequest r, SqlConnection c) { var p = new Person(r.QueryString["id"], "safe"); new SqlCommand(p.Role, c); }

    void BadWith(HttpRequest r, SqlConnection c) { var p = new Person("a", "b") with { Role = r.QueryString["id"] }; new SqlCommand(p.Role, c); } // finds sql-injection
    void GoodWith(HttpRequest r, SqlConnection c) { var p = new Person("a", r.QueryString["id"]) with { Role = "safe" }; new SqlCommand(p.Role, c); }

    void BadDeconstruct(HttpRequest r, SqlConnection c) { var (name, role) = new Person(r.QueryString["id"], "safe"); new SqlCommand(name, c); } // finds sql-injection
    void GoodDeconstruct(HttpRequest r, SqlConnection c) { var (name, role) = new Person(r.QueryString["id"], "safe"); new SqlCommand(role, c); }

    void BadTuple(HttpRequest r, SqlConnection c) { (string a, string b) t = (r.QueryString["id"], "safe"); new SqlCommand(t.a, c); } // finds sql-injection
    void GoodTuple(HttpRequest r, SqlConnection c) { (string a, string b) t = (r.QueryString["id"], "safe"); new SqlCommand(t.b, c); }

    void BadSwap(HttpRequest r, SqlConnection c) { var (a, b) = (r.QueryString["id"], "safe"); (a, b) = (b, a); new SqlCommand(b, c); } // finds sql-injection
    void GoodSwap(HttpRequest r, SqlConnection c) { var (a, b) = (r.QueryString["id"], "safe"); (a, b) = (b, a); new SqlCommand(a, c); }

    void BadPrimary(HttpRequest r, SqlConnection c) => new SqlCommand(new Primary(r.QueryString["id"]).Text, c); // finds sql-injection
    void GoodPrimary(HttpRequest r, SqlConnection c) => new SqlCommand(new Primary("safe").Text, c);

    void BadStatic(HttpRequest r, SqlConnection c) { Store.Kept = r.QueryString["id"]; new SqlCommand(Store.Kept, c); } // finds sql-injection
    void GoodStatic(HttpRequest r, SqlConnection c) { Store.Kept = r.QueryString["id"]; new SqlCommand(Store.Fixed, c); }

    void BadPartial(HttpRequest r, SqlConnection c) { var p = new Parts(); p.Set(r.QueryString["id"]); new SqlCommand(p.Get(), c); } // finds sql-injection
    void GoodPartial(HttpRequest r, SqlConnection c) { var p = new Parts(); p.Set(r.QueryString["id"]); p.Set("safe"); new SqlCommand(p.Get(), c); }

    void BadOperator(HttpRequest r, SqlConnection c) { var p = new Parts(); p += r.QueryString["id"]; new SqlCommand(p.Get(), c); } // finds sql-injection
    void GoodOperator(HttpRequest r, SqlConnection c) { var p = new Parts(); p += "safe"; new SqlCommand(p.Get(), c); }

    void BadIndexer(HttpRequest r, SqlConnection c) { var i = new Indexed(); i[0] = r.QueryString["id"]; new SqlCommand(i[0], c); } // finds sql-injection
    void GoodIndexer(HttpRequest r, SqlConnection c) { var i = new Indexed(); i[0] = r.QueryString["id"]; i[1] = "safe"; new SqlCommand(i[1], c); }

    void BadMember(HttpRequest r, SqlConnection c) { field = r.QueryString["id"]; Use(c); }
    void Use(SqlConnection c) => new SqlCommand(field, c); // finds sql-injection

    void BadAnonymous(HttpRequest r, SqlConnection c) { var a = new { X = r.QueryString["id"], Y = "safe" }; new SqlCommand(a.X, c); } // finds sql-injection
    void GoodAnonymous(HttpRequest r, SqlConnection c) { var a = new { X = r.QueryString["id"], Y = "safe" }; new SqlCommand(a.Y, c); }

    void BadReflection(HttpRequest r, SqlConnection c) { var s = (Source)Activator.CreateInstance(Type.GetType("Tainted")); new SqlCommand(s.Get(r), c); } // finds sql-injection
    void GoodReflection(HttpRequest r, SqlConnection c) { var s = (Source)Activator.CreateInstance(Type.GetType("Harmless")); new SqlCommand(s.Get(r), c); }
}

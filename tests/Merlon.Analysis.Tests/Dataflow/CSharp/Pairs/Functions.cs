using System;
using System.Collections.Generic;
using System.Data.SqlClient;
using System.Linq;
using System.Threading.Tasks;
using System.Web;

static class Extensions
{
    public static string Second(this string text, string other) => other;
    public static string Same(this string text) => text;
}

class Functions
{
    event Action<string> Raised;

    static void Out(HttpRequest r, out string data) => data = r.QueryString["id"];
    static void OutSafe(HttpRequest r, out string data) { data = r.QueryString["id"]; data = "safe"; }
    static void Ref(ref string data, string value) => data = value;
    static T Same<T>(T value) => value;
    static string Optional(string a = "x", string b = "safe") => b;
    static string Many(params string[] parts) => parts[1];

    void BadOut(HttpRequest r, SqlConnection c) { Out(r, out var data); new SqlCommand(data, c); } // finds sql-injection
    void GoodOut(HttpRequest r, SqlConnection c) { OutSafe(r, out var data); new SqlCommand(data, c); }

    void BadRef(HttpRequest r, SqlConnection c) { var data = "safe"; Ref(ref data, r.QueryString["id"]); new SqlCommand(data, c); } // finds sql-injection
    void GoodRef(HttpRequest r, SqlConnection c) { var data = r.QueryString["id"]; Ref(ref data, "safe"); new SqlCommand(data, c); }

    void BadGeneric(HttpRequest r, SqlConnection c) => new SqlCommand(Same<string>(r.QueryString["id"]), c); // finds sql-injection
    void GoodGeneric(HttpRequest r, SqlConnection c) => new SqlCommand(Same<string>("safe"), c);

    void BadNamed(HttpRequest r, SqlConnection c) => new SqlCommand(Optional(b: r.QueryString["id"]), c); // finds sql-injection
    void GoodNamed(HttpRequest r, SqlConnection c) => new SqlCommand(Optional(a: r.QueryString["id"]), c);

    void BadParams(HttpRequest r, SqlConnection c) => new SqlCommand(Many("a", r.QueryString["id"]), c); // finds sql-injection
    void GoodParams(HttpRequest r, SqlConnection c) => new SqlCommand(Many(r.QueryString["id"], "b"), c);

    void BadExtension(HttpRequest r, SqlConnection c) => new SqlCommand("x".Second(r.QueryString["id"]), c); // finds sql-injection
    void GoodExtension(HttpRequest r, SqlConnection c) { string x = r.QueryString["id"]; new SqlCommand(x.Second("safe"), c); }

    void BadLambda(HttpRequest r, SqlConnection c)
    {
        Func<string, string> same = x => x;
        new SqlCommand(same(r.QueryString["id"]), c); // finds sql-injection
    }

    void GoodLambda(HttpRequest r, SqlConnection c)
    {
        Func<string, string> other = x => "safe";
        new SqlCommand(other(r.QueryString["id"]), c);
    }

    void BadClosure(HttpRequest r, SqlConnection c)
    {
        var data = "safe";
        Action set = () => data = r.QueryString["id"];
        set();
        new SqlCommand(data, c); // finds sql-injection
    }

    void GoodClosure(HttpRequest r, SqlConnection c)
    {
        var data = r.QueryString["id"];
        Action set = () => data = "safe";
        set();
        new SqlCommand(data, c);
    }

    void BadLocalFunction(HttpRequest r, SqlConnection c)
    {
        new SqlCommand(Inner(r.QueryString["id"]), c); // finds sql-injection
        string Inner(string x) => Deeper(x);
        string Deeper(string x) => "select " + x;
    }

    void GoodLocalFunction(HttpRequest r, SqlConnection c)
    {
        new SqlCommand(Inner(r.QueryString["id"]), c);
        string Inner(string x) => "select";
    }

    void BadMethodGroup(HttpRequest r, SqlConnection c)
    {
        Func<string, string> f = Same<string>;
        new SqlCommand(f(r.QueryString["id"]), c); // finds sql-injection
    }

    static string Fixed(string x) => "safe";

    void GoodMethodGroup(HttpRequest r, SqlConnection c)
    {
        Func<string, string> f = Fixed;
        new SqlCommand(f(r.QueryString["id"]), c);
    }

    void BadEvent(HttpRequest r, SqlConnection c)
    {
        Raised += text => new SqlCommand(text, c); // finds sql-injection
        Raised(r.QueryString["id"]);
    }

    void GoodEvent(HttpRequest r, SqlConnection c)
    {
        Raised += text => new SqlCommand("safe", c);
        Raised(r.QueryString["id"]);
    }

    static async Task<string> Later(string x) { await Task.Delay(1); return x; }

    async Task BadAsync(HttpRequest r, SqlConnection c) => new SqlCommand(await Later(r.QueryString["id"]), c); // finds sql-injection
    async Task GoodAsync(HttpRequest r, SqlConnection c) => new SqlCommand(await Later("safe"), c);
    void BadResult(HttpRequest r, SqlConnection c) => new SqlCommand(Later(r.QueryString["id"]).Result, c); // finds sql-injection
    void GoodResult(HttpRequest r, SqlConnection c) => new SqlCommand(Later("safe").GetAwaiter().GetResult(), c);

    void BadTaskRun(HttpRequest r, SqlConnection c) => new SqlCommand(Task.Run(() => r.QueryString["id"]).Result, c); // finds sql-injection
    void GoodTaskRun(HttpRequest r, SqlConnection c) => new SqlCommand(Task.Run(() => "safe").Result, c);

    static IEnumerable<string> Give(string x) { yield return "safe"; yield return x; }

    void BadIterator(HttpRequest r, SqlConnection c) { foreach (var x in Give(r.QueryString["id"])) new SqlCommand(x, c); } // finds sql-injection
    void GoodIterator(HttpRequest r, SqlConnection c) { foreach (var x in Give("other")) new SqlCommand(x, c); }

    void BadLinq(HttpRequest r, SqlConnection c)
    {
        var found = new[] { r.QueryString["id"] }.Select(x => x + "!").Where(x => x.Length > 1).First();
        new SqlCommand(found, c); // finds sql-injection
    }

    void GoodLinq(HttpRequest r, SqlConnection c)
    {
        var found = new[] { r.QueryString["id"] }.Select(x => "safe").Where(x => x.Length > 1).First();
        new SqlCommand(found, c);
    }

    void BadQuery(HttpRequest r, SqlConnection c)
    {
        var found = from x in new[] { r.QueryString["id"] } where x != null select x.Trim();
        new SqlCommand(string.Join(",", found), c); // finds sql-injection
    }

    void GoodQuery(HttpRequest r, SqlConnection c)
    {
        var found = from x in new[] { r.QueryString["id"] } where x != null select 7;
        new SqlCommand(string.Join(",", found), c);
    }
}

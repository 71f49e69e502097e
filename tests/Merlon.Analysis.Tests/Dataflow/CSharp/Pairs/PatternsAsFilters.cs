using System;
using System.Collections.Generic;
using System.Data.SqlClient;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Threading.Channels;
using System.Threading.Tasks;
using System.Web;
using Microsoft.AspNetCore.Http;

class PatternsAsFilters
{
    static readonly Regex Any = new("^.{0,300}$", RegexOptions.Compiled);
    static readonly Regex Name = new("\\A[a-z][a-z0-9_]{0,30}\\z", RegexOptions.Compiled);

    void BadCompiled(HttpRequestBase r, SqlConnection c) { var t = r.QueryString["id"]; if (Any.IsMatch(t)) new SqlCommand(t, c); } // finds sql-injection
    void GoodCompiled(HttpRequestBase r, SqlConnection c) { var t = r.QueryString["id"]; if (Name.IsMatch(t)) new SqlCommand(t, c); }
    void BadPart(HttpRequestBase r, SqlConnection c) { var t = r.QueryString["id"]; if (Regex.IsMatch(t, "[a-z]+")) new SqlCommand(t, c); } // finds sql-injection
    void GoodPart(HttpRequestBase r, SqlConnection c) { var t = r.QueryString["id"]; if (!Regex.IsMatch(t, "[^a-z0-9]")) new SqlCommand(t, c); }
    void BadReplaced(HttpRequestBase r, SqlConnection c) => new SqlCommand(Regex.Replace(r.QueryString["id"], "\\s+", " "), c); // finds sql-injection
    void GoodReplaced(HttpRequestBase r, SqlConnection c) => new SqlCommand(Regex.Replace(r.QueryString["id"], "[^a-zA-Z0-9]", ""), c);
    void BadGroup(HttpRequestBase r, SqlConnection c) => new SqlCommand(Regex.Match(r.QueryString["id"], "(?<n>[0-9]+)=(?<v>.*)").Groups["v"].Value, c); // finds sql-injection
    void GoodGroup(HttpRequestBase r, SqlConnection c) => new SqlCommand(Regex.Match(r.QueryString["id"], "(?<n>[0-9]+)=(?<v>.*)").Groups["n"].Value, c);
    void BadCharacters(HttpRequestBase r, SqlConnection c) { var b = new StringBuilder(); foreach (char x in r.QueryString["id"]) if (x is >= ' ' and <= 'z') b.Append(x); new SqlCommand(b.ToString(), c); } // finds sql-injection
    void GoodCharacters(HttpRequestBase r, SqlConnection c) { var b = new StringBuilder(); foreach (char x in r.QueryString["id"]) if (x is >= 'a' and <= 'z') b.Append(x); new SqlCommand(b.ToString(), c); }
    void BadEach(HttpRequestBase r, SqlConnection c) { var t = r.QueryString["id"]; if (t.Any(char.IsAsciiDigit)) new SqlCommand(t, c); } // finds sql-injection
    void GoodEach(HttpRequestBase r, SqlConnection c) { var t = r.QueryString["id"]; if (t.All(char.IsAsciiDigit)) new SqlCommand(t, c); }
    void BadKept(HttpRequestBase r, SqlConnection c) => new SqlCommand(new string(r.QueryString["id"].Where(char.IsAscii).ToArray()), c); // finds sql-injection
    void GoodKept(HttpRequestBase r, SqlConnection c) => new SqlCommand(new string(r.QueryString["id"].Where(char.IsAsciiLetterOrDigit).ToArray()), c);
}

class KeptWithTheRequest
{
    void BadSession(HttpContext h, SqlConnection c) { h.Session.SetString("a", h.Request.Query["id"]); new SqlCommand(h.Session.GetString("a"), c); } // finds sql-injection, trust-boundary
    void GoodSession(HttpContext h, SqlConnection c) { h.Session.SetString("a", h.Request.Query["id"]); new SqlCommand(h.Session.GetString("b"), c); } // finds trust-boundary
    void BadItems(HttpContext h, SqlConnection c) { h.Items["a"] = h.Request.Query["id"].ToString(); h.Items["b"] = "x"; new SqlCommand((string)h.Items["a"], c); } // finds sql-injection
    void GoodItems(HttpContext h, SqlConnection c) { h.Items["a"] = h.Request.Query["id"].ToString(); h.Items["b"] = "x"; new SqlCommand((string)h.Items["b"], c); }
    async Task BadChannel(HttpContext h, SqlConnection c) { var a = Channel.CreateUnbounded<string>(); var b = Channel.CreateUnbounded<string>(); await a.Writer.WriteAsync(h.Request.Query["id"]); await b.Writer.WriteAsync("x"); new SqlCommand(await a.Reader.ReadAsync(), c); } // finds sql-injection
    async Task BadPromise(HttpContext h, SqlConnection c) { var a = new TaskCompletionSource<string>(); var b = new TaskCompletionSource<string>(); a.SetResult(h.Request.Query["id"]); b.SetResult("x"); new SqlCommand(await a.Task, c); } // finds sql-injection
    async Task GoodPromise(HttpContext h, SqlConnection c) { var a = new TaskCompletionSource<string>(); var b = new TaskCompletionSource<string>(); a.SetResult(h.Request.Query["id"]); b.SetResult("x"); new SqlCommand(await b.Task, c); }
    async Task GoodChannel(HttpContext h, SqlConnection c) { var a = Channel.CreateUnbounded<string>(); var b = Channel.CreateUnbounded<string>(); await a.Writer.WriteAsync(h.Request.Query["id"]); await b.Writer.WriteAsync("x"); new SqlCommand(await b.Reader.ReadAsync(), c); }
}

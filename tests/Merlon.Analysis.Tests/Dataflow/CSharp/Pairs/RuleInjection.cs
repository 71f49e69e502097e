using System;
using System.CodeDom.Compiler;
using System.Data;
using System.Diagnostics;
using System.DirectoryServices;
using System.Linq;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Web;
using System.Xml;
using System.Xml.XPath;
using Microsoft.CSharp;
using Microsoft.EntityFrameworkCore;
using Dapper;
using Npgsql;
using MongoDB.Bson;

class User { public int Id { get; set; } public string Name { get; set; } }
class Db : DbContext { public DbSet<User> Users { get; set; } }

class RuleInjection
{
    void BadRaw(HttpRequest r, Db db) => db.Users.FromSqlRaw("select * from u where n = '" + r.QueryString["n"] + "'").ToList(); // finds sql-injection
    void GoodRaw(HttpRequest r, Db db) => db.Users.FromSqlRaw("select * from u where n = {0}", r.QueryString["n"]).ToList();
    void GoodInterpolated(HttpRequest r, Db db) => db.Users.FromSqlInterpolated($"select * from u where n = {r.QueryString["n"]}").ToList();
    void GoodWhere(HttpRequest r, Db db) { var n = r.QueryString["n"]; var u = db.Users.Where(x => x.Name == n).ToList(); }
    void BadExecute(HttpRequest r, Db db) => db.Database.ExecuteSqlRaw($"delete from u where n = '{r.QueryString["n"]}'"); // finds sql-injection
    void GoodExecute(HttpRequest r, Db db) => db.Database.ExecuteSqlInterpolated($"delete from u where n = {r.QueryString["n"]}");
    void BadDapper(HttpRequest r, IDbConnection c) => c.Query<User>("select * from u where n = '" + r.QueryString["n"] + "'"); // finds sql-injection
    void GoodDapper(HttpRequest r, IDbConnection c) => c.Query<User>("select * from u where n = @n", new { n = r.QueryString["n"] });
    void BadDefinition(HttpRequest r, IDbConnection c) => c.Execute(new CommandDefinition("delete from u where n = '" + r.QueryString["n"] + "'")); // finds sql-injection
    void GoodDefinition(HttpRequest r, IDbConnection c) => c.Execute(new CommandDefinition("delete from u where n = @n", new { n = r.QueryString["n"] }));
    void BadScalar(IDbConnection c) => c.Execute("delete from u where n = " + c.ExecuteScalar<string>("select n from u")); // finds sql-injection
    void GoodScalar(IDbConnection c) => c.Execute("delete from u where n = " + c.ExecuteScalar<long>("select n from u"));
    void BadNpgsql(HttpRequest r, NpgsqlConnection c) { var cmd = c.CreateCommand(); cmd.CommandText = "select " + r.QueryString["n"]; } // finds sql-injection
    void GoodNpgsql(HttpRequest r, NpgsqlConnection c) { var cmd = c.CreateCommand(); cmd.CommandText = "select @n"; cmd.Parameters.AddWithValue("n", r.QueryString["n"]); }

    void BadMongo(HttpRequest r) => BsonDocument.Parse("{ name: '" + r.QueryString["n"] + "' }"); // finds nosql-injection
    void GoodMongo(HttpRequest r) => new BsonDocument("name", r.QueryString["n"]);

    void BadLdap(HttpRequest r) { var s = new DirectorySearcher(); s.Filter = "(cn=" + r.QueryString["n"] + ")"; s.FindOne(); } // finds ldap-injection
    void GoodLdap(HttpRequest r) { var s = new DirectorySearcher(); s.Filter = "(cn=fixed)"; s.FindOne(); }

    void BadXPath(HttpRequest r, XmlDocument d) => d.SelectSingleNode("//user[@n='" + r.QueryString["n"] + "']"); // finds xpath-injection
    void GoodXPath(HttpRequest r, XmlDocument d) => d.SelectSingleNode("//user[@n='x']");
    void BadNavigator(HttpRequest r) { XPathNavigator n = new XPathDocument("a.xml").CreateNavigator(); n.Evaluate("string(//" + r.QueryString["n"] + ")"); } // finds xpath-injection
    void GoodNavigator(HttpRequest r) { XPathNavigator n = new XPathDocument("a.xml").CreateNavigator(); n.Evaluate("string(//" + System.Security.SecurityElement.Escape(r.QueryString["n"]) + ")"); }

    void BadProcess(HttpRequest r) => Process.Start("cmd.exe", "/c dir " + r.QueryString["n"]); // finds command-injection
    void GoodProcess(HttpRequest r) => Process.Start("cmd.exe", "/c dir");
    void BadStartInfo(HttpRequest r) { var i = new ProcessStartInfo(); i.FileName = "sh"; i.Arguments = "-c " + r.QueryString["n"]; Process.Start(i); } // finds command-injection
    void GoodStartInfo(HttpRequest r) { var i = new ProcessStartInfo(); i.FileName = "sh"; i.ArgumentList.Add(r.QueryString["n"]); Process.Start("sh"); }
    void BadInitializer(HttpRequest r) => new Process { StartInfo = new ProcessStartInfo { FileName = r.QueryString["n"] } }.Start(); // finds command-injection
    void GoodInitializer(HttpRequest r) => new Process { StartInfo = new ProcessStartInfo { FileName = "ls" } }.Start();

    void BadCode(HttpRequest r) { var p = new CSharpCodeProvider(); p.CompileAssemblyFromSource(new CompilerParameters(), "class A {" + r.QueryString["n"] + "}"); } // finds code-injection
    void GoodCode(HttpRequest r) { var p = new CSharpCodeProvider(); p.CompileAssemblyFromSource(new CompilerParameters(), "class A {}"); }

    void BadType(HttpRequest r) => Type.GetType(r.QueryString["n"]); // finds unsafe-reflection
    void GoodType(HttpRequest r) => Type.GetType("System.String");
    void BadAssembly(HttpRequest r) => Assembly.LoadFrom(r.QueryString["n"]); // finds unsafe-reflection
    void GoodAssembly(HttpRequest r) => Assembly.LoadFrom("plugin.dll");

    void BadRegex(HttpRequest r) => new Regex(r.QueryString["n"]); // finds regex-injection
    void GoodRegex(HttpRequest r) => new Regex(Regex.Escape(r.QueryString["n"]));
    void BadOptions(HttpRequest r) => new Regex(r.QueryString["n"], RegexOptions.IgnoreCase | RegexOptions.CultureInvariant); // finds regex-injection
    void GoodOptions(HttpRequest r) => new Regex(r.QueryString["n"], RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);
    void BadStaticRegex(HttpRequest r) => Regex.IsMatch("text", r.QueryString["n"]); // finds regex-injection
    void GoodStaticRegex(HttpRequest r) => Regex.IsMatch(r.QueryString["n"], "text");

    void BadFormat(HttpRequest r) => string.Format(r.QueryString["n"], 1); // finds format-string
    void GoodFormat(HttpRequest r) => string.Format("{0}", r.QueryString["n"]);
}

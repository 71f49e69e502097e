using System.ComponentModel;
using System.Data.SqlClient;
using System.Web;

/// <summary>What a library's constructor is handed stays in its part of the object.</summary>
class MadeFromALibrary
{
    class Change(string of, string kind) : PropertyChangedEventArgs(of) { public string Kind { get; } = kind; }

    void GoodBase(HttpRequest r, SqlConnection c) { var change = new Change(r.QueryString["id"], "added"); new SqlCommand(change.Kind, c); }
    void BadOwn(HttpRequest r, SqlConnection c) { var change = new Change("name", r.QueryString["id"]); new SqlCommand(change.Kind, c); } // finds sql-injection
}

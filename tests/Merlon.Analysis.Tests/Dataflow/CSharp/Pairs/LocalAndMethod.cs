using System.Data.SqlClient;
using System.Web;

class LocalAndMethod
{
    static string Quote(string text) => "'" + text + "'";

    void Bad(HttpRequest request, SqlConnection connection)
    {
        var id = request.QueryString["id"];
        var text = "select * from users where id = " + Quote(id);
        new SqlCommand(text, connection).ExecuteReader(); // finds sql-injection
    }

    void Good(HttpRequest request, SqlConnection connection)
    {
        var id = request.QueryString["id"];
        var text = "select * from users where id = " + Quote("7");
        new SqlCommand(text, connection).ExecuteReader();
    }
}

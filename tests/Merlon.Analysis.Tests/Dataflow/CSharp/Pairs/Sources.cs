using System;
using System.Data.SqlClient;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Web;

class Sources
{
    void BadParams(HttpRequest req, SqlConnection c) => new SqlCommand(req.Params.Get("name"), c); // finds sql-injection
    void GoodParams(HttpRequest req, SqlConnection c) => new SqlCommand(req.HttpMethod, c);

    void BadCookies(HttpRequest req, SqlConnection c)
    {
        HttpCookieCollection cookies = req.Cookies;
        if (cookies != null) new SqlCommand(cookies[0].Value, c); // finds sql-injection
    }

    void GoodCookies(HttpRequest req, SqlConnection c)
    {
        HttpCookieCollection cookies = req.Cookies;
        if (cookies != null) new SqlCommand("x" + cookies.Count, c);
    }

    void BadConsole(SqlConnection c) => new SqlCommand(Console.ReadLine(), c); // finds sql-injection
    void BadEnvironment(SqlConnection c) => new SqlCommand(Environment.GetEnvironmentVariable("ADD"), c); // finds sql-injection
    void GoodEnvironment(SqlConnection c) => new SqlCommand(Environment.NewLine, c);

    void BadReceived(NetworkStream stream, SqlConnection c)
    {
        var bytes = new byte[100];
        stream.Read(bytes, 0, 100);
        new SqlCommand(System.Text.Encoding.UTF8.GetString(bytes), c); // finds sql-injection
    }

    void GoodReceived(NetworkStream stream, SqlConnection c)
    {
        var bytes = new byte[100];
        new SqlCommand("x" + stream.Read(bytes, 0, 100), c);
    }

    void BadTcp(SqlConnection c)
    {
        using (TcpClient tcp = new TcpClient("host.example.org", 39544))
        using (StreamReader reader = new StreamReader(tcp.GetStream()))
            new SqlCommand(reader.ReadLine(), c); // finds sql-injection
    }

    void BadListen(SqlConnection c)
    {
        TcpListener listener = new TcpListener(IPAddress.Any, 39543);
        listener.Start();
        using (TcpClient tcp = listener.AcceptTcpClient())
        using (StreamReader reader = new StreamReader(tcp.GetStream()))
            new SqlCommand(reader.ReadLine(), c); // finds sql-injection
    }

    void BadFile(SqlConnection c)
    {
        using (StreamReader reader = new StreamReader("data.txt"))
            new SqlCommand(reader.ReadLine(), c); // finds sql-injection
    }

    void GoodReader(SqlConnection c)
    {
        using (var reader = new StringReader("select 1"))
            new SqlCommand(reader.ReadLine(), c);
    }

    void BadDatabase(SqlConnection c)
    {
        using (SqlCommand select = new SqlCommand("select name from users where id=0", c))
        using (SqlDataReader dr = select.ExecuteReader())
        {
            dr.Read();
            new SqlCommand("select " + dr.GetString(1), c); // finds sql-injection
        }
    }

    void GoodDatabase(SqlConnection c)
    {
        using (SqlCommand select = new SqlCommand("select name from users where id=0", c))
        using (SqlDataReader dr = select.ExecuteReader())
        {
            dr.Read();
            new SqlCommand("select " + dr.GetInt32(1), c);
        }
    }

    void BadWebClient(SqlConnection c)
    {
        using (WebClient client = new WebClient())
        using (StreamReader reader = new StreamReader(client.OpenRead("http://www.example.org/")))
            new SqlCommand(reader.ReadLine(), c); // finds sql-injection
    }

    static void Main(string[] args) => new SqlCommand(args[0], null); // finds sql-injection
}

class QualifiedControls : System.Web.UI.Page
{
    protected System.Web.UI.WebControls.Label Shown;
    protected global::System.Web.UI.WebControls.TextBox Written;
    protected void BadClick(object sender, EventArgs e) { Shown.Text = Written.Text; } // finds cross-site-scripting
    protected void GoodClick(object sender, EventArgs e) { Shown.Text = Server.HtmlEncode(Written.Text); }
}

class CommandProperties
{
    void Bad(HttpRequest r)
    {
        SqlCommand command = null;
        using (SqlConnection connection = Connections.Get())
        {
            command = new SqlCommand();
            command.Connection = connection;
            command.CommandText += "update users set hits = 1 where name = '" + r.QueryString["name"] + "'"; // finds sql-injection
            command.ExecuteNonQuery();
        }
    }

    void Good(HttpRequest r)
    {
        using (SqlConnection connection = Connections.Get())
        {
            var command = new SqlCommand("update users set hits = 1 where name = @name", connection);
            command.Parameters.AddWithValue("@name", r.QueryString["name"]);
            command.Parameters["@name"].Value = r.QueryString["name"];
            command.ExecuteNonQuery();
        }
    }
}

static class Connections { public static SqlConnection Get() => new SqlConnection("x"); }

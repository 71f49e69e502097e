using System.Data.SqlClient;
using System.Text.Json;
using System.Web;

class Message
{
    public string Command { get; set; }
    public string Argument { get; set; }
}

class SerializedMessages
{
    void Bad(HttpRequest r, SqlConnection c)
    {
        var text = JsonSerializer.Serialize(new Message { Command = "select " + r.QueryString["id"], Argument = "1" });
        new SqlCommand(JsonSerializer.Deserialize<Message>(text).Command, c); // finds sql-injection
    }

    void Good(HttpRequest r, SqlConnection c)
    {
        var text = JsonSerializer.Serialize(new Message { Command = "select 1", Argument = r.QueryString["id"] });
        new SqlCommand(JsonSerializer.Deserialize<Message>(text).Command, c);
    }
}

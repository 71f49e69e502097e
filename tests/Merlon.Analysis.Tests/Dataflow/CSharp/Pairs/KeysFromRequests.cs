using System.Data;
using System.Web;

namespace Pairs;

/// Rows that a request names, without a word of whose they are.
public class KeysFromRequests
{
    public void BadAdded(HttpRequest request, IDbCommand command) { command.Parameters.AddWithValue("@id", int.Parse(request["id"])); } // finds key-from-request
    public void BadText(HttpRequest request, IDbCommand command) { command.Parameters.AddWithValue("@orderId", request["order"]); } // finds key-from-request
    public void BadSet(HttpRequest request, IDbCommand command)
    {
        var parameter = command.CreateParameter();
        parameter.Value = int.Parse(request["id"]); // finds key-from-request
        command.Parameters.Add(parameter);
    }
    public void GoodText(HttpRequest request, IDbCommand command) { command.Parameters.AddWithValue("@note", request["note"]); }
    public void GoodOwn(IDbCommand command, int user) { command.Parameters.AddWithValue("@id", user); }
}

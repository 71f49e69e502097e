using System;
using System.Data.SqlClient;
using System.DirectoryServices.AccountManagement;
using System.IO;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Web;

class SecretsOnTheWay
{
    void BadSent()
    {
        using (var client = new TcpClient("partner.example.org", 1337))
        using (var writer = new StreamWriter(client.GetStream()))
            writer.WriteLine(new NetworkCredential("user", Console.ReadLine()).Password); // finds secret-sent-in-the-clear, sensitive-data-in-storage
    }
    void GoodSent()
    {
        using (var client = new TcpClient("partner.example.org", 1337))
        using (var writer = new StreamWriter(client.GetStream()))
            writer.WriteLine(new NetworkCredential("user", Console.ReadLine()).UserName);
    }
    void BadEmpty() => new SqlConnection("Data Source=db;User Id=app;Password=" + "").Open(); // finds empty-password
    void GoodEmpty(string password) => new SqlConnection("Data Source=db;User Id=app;Password=" + password).Open();
    NetworkCredential BadNone() => new NetworkCredential("app", ""); // finds empty-password
    NetworkCredential GoodNone() => new NetworkCredential("anonymous", "");
    bool BadWritten(PrincipalContext context) => context.ValidateCredentials("app", "pk83hd72"); // finds hard-coded-password
    bool GoodWritten(PrincipalContext context, string password) => context.ValidateCredentials("app", password);
    bool BadCompared(HttpRequest request) => request["password"].Equals("maint3nance!"); // finds password-compared-with-constant
    bool GoodCompared(HttpRequest request) => request["password"].Equals("");
}

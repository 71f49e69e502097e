using System;
using System.Data.SqlClient;
using System.Web;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json;

/// <summary>What libraries that are not at hand give is of the type that they are asked for.</summary>
class GivenTypes
{
    class Order { public string Name { get; set; } public int Number { get; set; } public string Text() => "name " + Name; public string Fixed() => "safe"; }
    interface IFinder { object Find(string name, SqlConnection c); }
    class Finder : IFinder { public object Find(string name, SqlConnection c) => new SqlCommand("select " + name, c); } // finds sql-injection
    interface ICounter { object Count(string name, SqlConnection c); }
    class Counter : ICounter { public object Count(string name, SqlConnection c) => new SqlCommand("select " + name.Length, c); }

    void BadProperty(HttpRequest r, SqlConnection c) { var order = JsonConvert.DeserializeObject<Order>(r.Form["order"]); new SqlCommand(order.Name, c); } // finds sql-injection
    void GoodProperty(HttpRequest r, SqlConnection c) { var order = JsonConvert.DeserializeObject<Order>(r.Form["order"]); new SqlCommand("select " + order.Number, c); }

    void BadMethod(HttpRequest r, SqlConnection c) { var order = JsonConvert.DeserializeObject<Order>(r.Form["order"])!; new SqlCommand(order.Text(), c); } // finds sql-injection
    void GoodMethod(HttpRequest r, SqlConnection c) { var order = JsonConvert.DeserializeObject<Order>(r.Form["order"])!; new SqlCommand(order.Fixed(), c); }

    void BadService(HttpRequest r, SqlConnection c, IServiceProvider services) { var finder = services.GetRequiredService<IFinder>(); finder.Find(r.QueryString["id"], c); }
    void GoodService(HttpRequest r, SqlConnection c, IServiceProvider services) { var counter = services.GetRequiredService<ICounter>(); counter.Count(r.QueryString["id"], c); }

    void BadDirect(HttpRequest r, SqlConnection c) => new SqlCommand(JsonConvert.DeserializeObject<Order>(r.Form["order"]).Name, c); // finds sql-injection
    void GoodDirect(HttpRequest r, SqlConnection c) => new SqlCommand("select " + JsonConvert.DeserializeObject<Order>(r.Form["order"]).Number, c);
}

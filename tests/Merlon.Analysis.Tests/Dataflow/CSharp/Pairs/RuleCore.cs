using System;
using System.Data.SqlClient;
using System.IO;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Logging;
using System.ServiceModel;

public class Order { public string Name { get; set; } public int Amount { get; set; } }
public class OrderStore(IDatabase database) { public string Table { get; set; } public IDatabase Database => database; }
public interface IDatabase { SqlConnection Open(); }

[ApiController, Route("orders")]
public class OrdersController : ControllerBase
{
    readonly IDatabase database;
    readonly ILogger<OrdersController> logger;
    public OrdersController(IDatabase database, ILogger<OrdersController> logger) { this.database = database; this.logger = logger; }

    [HttpGet] public IActionResult BadQuery([FromQuery] string id) { new SqlCommand("select " + id, database.Open()); return Ok(); } // finds sql-injection
    [HttpGet] public IActionResult GoodQuery([FromQuery] int id) { new SqlCommand("select " + id, database.Open()); return Ok(); }
    [HttpPost] public IActionResult BadBody(Order order) { new SqlCommand("select " + order.Name, database.Open()); return Ok(); } // finds sql-injection
    [HttpPost] public IActionResult GoodBody(Order order) { new SqlCommand("select " + order.Amount, database.Open()); return Ok(); }
    [HttpGet] public IActionResult GoodService([FromServices] string id) { new SqlCommand("select " + id, database.Open()); return Ok(); }
    [HttpGet] public IActionResult BadContent(string id) => Content(id, "text/html"); // finds cross-site-scripting
    [HttpGet] public IActionResult GoodContent(string id) => Content(id, "text/plain");
    [HttpGet] public IActionResult BadFile(string name) => PhysicalFile("/data/" + name, "text/plain"); // finds path-traversal
    [HttpGet] public IActionResult GoodFile(string name) => PhysicalFile("/data/" + Path.GetFileName(name), "text/plain");
    [HttpGet] public IActionResult BadRedirect(string to) => Redirect(to); // finds open-redirect
    [HttpGet] public IActionResult GoodRedirect(string to) => LocalRedirect(to);
    [HttpGet] public IActionResult GoodChecked(string to) { if (Url.IsLocalUrl(to)) return Redirect(to); return Ok(); }
    [HttpGet] public void BadHeader() { new SqlCommand(Request.Headers["X-Name"], database.Open()); } // finds sql-injection
    [HttpGet] public void GoodHeader() { new SqlCommand(Request.Method, database.Open()); }
    [HttpGet] public void BadLog(string name) { logger.LogInformation("name " + name); } // finds log-injection
    [HttpGet] public void GoodLog(string name) { logger.LogInformation("name"); }
    [HttpGet] public void BadTexts(string[] names) { new SqlCommand("select " + names[0], database.Open()); } // finds sql-injection
    [HttpGet] public void GoodNumbers(int[] ids) { new SqlCommand("select " + ids[0], database.Open()); }
    [NonAction] public void GoodNonAction(string id) { new SqlCommand("select " + id, database.Open()); }
    void GoodPrivate(string id) { new SqlCommand("select " + id, database.Open()); }
}

public class EditModel : PageModel
{
    [BindProperty] public string Name { get; set; }
    public string Kept { get; set; } = "safe";
    public void OnPost(SqlConnection c) { new SqlCommand("select " + Name, c); } // finds sql-injection
    public void OnGet(SqlConnection c) { new SqlCommand("select " + Kept, c); }
    public void OnPut(string id, SqlConnection c) { new SqlCommand("select " + id, c); } // finds sql-injection
}

static class Minimal
{
    static void Run(WebApplication app, IDatabase database)
    {
        app.MapGet("/bad", (string id) => new SqlCommand("select " + id, database.Open())); // finds sql-injection
        app.MapGet("/good", (int id) => new SqlCommand("select " + id, database.Open()));
        app.MapPost("/order", (Order order) => new SqlCommand("select " + order.Name, database.Open())); // finds sql-injection
        app.MapPost("/service", (OrderStore store) => new SqlCommand("select " + store.Table, database.Open()));
        app.MapPost("/group", Handle);
        app.MapGet("/context", async (HttpContext context) => await context.Response.WriteAsync(context.Request.Query["name"])); // finds cross-site-scripting
        app.MapGet("/html", (string name) => Results.Content("<b>" + name, "text/html")); // finds cross-site-scripting
        app.MapGet("/text", (string name) => Results.Content("<b>" + name, "text/plain"));
    }

    static void Handle(string id, IDatabase database) => new SqlCommand("select " + id, database.Open()); // finds sql-injection
}

[ServiceContract] public interface IQuotes { [OperationContract] string Find(string name); string Other(string name); }
public class Quotes : IQuotes
{
    SqlConnection connection;
    public string Find(string name) { new SqlCommand("select " + name, connection); return ""; } // finds sql-injection
    public string Other(string name) { new SqlCommand("select " + name, connection); return ""; }
}

class Origins
{
    void BadAll(CorsPolicyBuilder policy) => policy.SetIsOriginAllowed(origin => true); // finds permissive-cors
    void GoodNamed(CorsPolicyBuilder policy) => policy.SetIsOriginAllowed(origin => origin == "https://shop.example.org");
    void GoodPublic(CorsPolicyBuilder policy) => policy.AllowAnyOrigin();
}

using System.Data.Common;
using Newtonsoft.Json;

var app = WebApplication.Create(args);

// Whoever writes ../../etc/passwd reads it.
app.MapGet("/reports/{name}", (string name) => Results.File(Path.Combine("/srv/reports", name)));

app.MapGet("/owners", (string report, DbConnection database) =>
{
    using var command = database.CreateCommand();
    command.CommandText = "SELECT owner FROM reports WHERE name = '" + report + "'";
    return Results.Text(command.ExecuteScalar()?.ToString());
});

// The sender chooses which type is made.
app.MapPost("/filters", async (HttpRequest request) =>
{
    var text = await new StreamReader(request.Body).ReadToEndAsync();
    return JsonConvert.DeserializeObject(text, new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All })?.ToString();
});

app.Run();

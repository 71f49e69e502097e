using System.Data.SqlClient;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

class SourceMiddleware
{
    readonly RequestDelegate next;

    public SourceMiddleware(RequestDelegate next) => this.next = next;

    public async Task InvokeAsync(HttpContext context, SqlConnection c)
    {
        new SqlCommand("select " + context.Request.Query["id"], c); // finds sql-injection
        new SqlCommand("select " + context.Request.Query.Count, c);
        await next(context);
    }

    void Bad(IApplicationBuilder app, SqlConnection c) => app.Use(async (context, following) =>
    {
        new SqlCommand("select " + context.Request.Query["id"], c); // finds sql-injection
        await following();
    });

    void Good(IApplicationBuilder app, SqlConnection c) => app.Use(async (context, following) =>
    {
        new SqlCommand("select " + context.Request.Query.Count, c);
        await following();
    });

    void BadEnd(WebApplication app, SqlConnection c) => app.Run(async context => new SqlCommand("select " + context.Request.Query["id"], c)); // finds sql-injection
    void GoodEnd(WebApplication app, SqlConnection c) => app.Run(async context => new SqlCommand("select " + context.Request.Query.Count, c));
}

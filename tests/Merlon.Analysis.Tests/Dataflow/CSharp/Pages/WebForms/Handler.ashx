<%@ WebHandler Language="C#" Class="Handler" %>

using System.Web;

public class Handler : IHttpHandler
{
    public void ProcessRequest(HttpContext context)
    {
        context.Response.Write(context.Request["x"]); // finds cross-site-scripting
        context.Response.Write("x");
    }

    public bool IsReusable => false;
}

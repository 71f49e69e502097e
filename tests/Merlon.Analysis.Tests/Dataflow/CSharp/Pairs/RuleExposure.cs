using Amazon.Lambda;
using Amazon.Lambda.Model;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Newtonsoft.Json;

public class RuleExposure : ControllerBase
{
    public class Account { public string Role { get; set; } }

    void BadListing(WebApplication app) => app.UseDirectoryBrowser(); // finds directory-listing
    void GoodListing(WebApplication app) => app.UseStaticFiles();
    void BadOption(FileServerOptions options) => options.EnableDirectoryBrowsing = true; // finds directory-listing
    void GoodOption(FileServerOptions options) => options.EnableDirectoryBrowsing = false;
    void BadName() => Response.Headers.Append("X-Powered-By", "Shop 3.1"); // finds software-named
    void GoodName() => Response.Headers.Append("X-Request-Id", "3.1");
    void BadCookie() => Response.Cookies.Append("basket", "7"); // finds insecure-cookie, cookie-readable-by-script
    void GoodCookie() => Response.Cookies.Append("basket", "7", new CookieOptions { Secure = true, HttpOnly = true });
    void BadFrames(AntiforgeryOptions options) => options.SuppressXFrameOptionsHeader = true; // finds framing-allowed
    void GoodFrames(AntiforgeryOptions options) => options.SuppressXFrameOptionsHeader = false;

    [HttpPost]
    public void BadFunction(string task) => new AmazonLambdaClient().InvokeAsync(new InvokeRequest { FunctionName = task }); // finds unsafe-lambda-call
    [HttpPost]
    public void GoodFunction(string task) => new AmazonLambdaClient().InvokeAsync(new InvokeRequest { FunctionName = "resize", Payload = task });
    [HttpPost]
    public void BadMembers(string json) => JsonConvert.PopulateObject(json, new Account()); // finds mass-assignment
    [HttpPost]
    public void GoodMembers(string json) => new Account().Role = json;
}

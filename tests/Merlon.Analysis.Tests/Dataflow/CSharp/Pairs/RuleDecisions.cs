using System;
using Microsoft.AspNetCore.Http;

class Decisions
{
    void BadReferer(HttpRequest request) { if (request.Headers["Referer"] == "http://example.org/admin") Console.WriteLine("x"); } // finds referer-decides
    void GoodHeader(HttpRequest request) { if (request.Headers["Accept"] == "text/html") Console.WriteLine("x"); }
    void BadCookie(HttpRequest request) { if (request.Cookies["admin"] == "true") Console.WriteLine("x"); } // finds cookie-decides
    void GoodCookie(HttpRequest request) { if (request.Cookies["admin"] == null) Console.WriteLine("x"); }
    void BadPassword(HttpRequest request) { if (request.Form["password"] == "maint3nance!") Console.WriteLine("x"); } // finds password-compared-with-constant
    void GoodPassword(HttpRequest request) { if (request.Form["password"] == "") Console.WriteLine("x"); }
}

using System;
using System.Net.Http;
using System.Runtime.InteropServices;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;

class NativeLibraries
{
    [DllImport("kernel32.dll")] static extern IntPtr LoadLibrary(string name);

    void Bad() { Console.WriteLine(LoadLibrary(Environment.GetEnvironmentVariable("LIB"))); } // finds library-load
    void Good() { Console.WriteLine(LoadLibrary("codec.dll")); }
    void BadValue() { int? i = null; Console.WriteLine(i.Value); } // finds null-dereference
    void BadCast() { int? i = null; Console.WriteLine((int)i); } // finds null-dereference
    void GoodCast() { int? i = 1; Console.WriteLine((int)i); }
    void BadTold(System.Web.SessionState.HttpSessionState s) { Console.Error.WriteLine("Session: " + s.SessionID); } // finds sensitive-data-in-log
    void GoodTold(System.Web.SessionState.HttpSessionState s) { Console.Error.WriteLine("Session: " + s.Timeout); }
    void GoodValue() { int? i = 1; Console.WriteLine(i.Value); }
}

public class Sending : Controller
{
    readonly HttpClient client = new();

    public Task<HttpResponseMessage> Bad(string url) { var m = new HttpRequestMessage(HttpMethod.Get, url); return client.SendAsync(m); } // finds server-side-request-forgery
    public Task<HttpResponseMessage> Good(string text) { var m = new HttpRequestMessage(HttpMethod.Post, "https://example.org"); m.Content = new StringContent(text); return client.SendAsync(m); }
}

using System;
using System.IO;
using System.Net;
using System.Web;

class Closing
{
    void BadTwice()
    {
        var r = new StreamReader("x");
        r.Close();
        r.Close(); // finds closed-twice
    }
    void GoodTwice()
    {
        var r = new StreamReader("x");
        r.Close();
        r = new StreamReader("y");
        r.Close();
    }
    void BadUnset() { int i; } // finds unused-value
    int GoodUnset(bool b) { int i; if (b) { i = 1; } else { i = 2; } return i; }
    void GoodOut(string s) { int i; if (int.TryParse(s, out i)) Console.WriteLine(i); }
    void BadUse()
    {
        var r = new StreamReader("x");
        r.Close();
        Console.WriteLine(r.ReadLine()); // finds used-when-closed
    }
    void GoodUse()
    {
        var r = new StreamReader("x");
        Console.WriteLine(r.ReadLine());
        r.Close();
    }
    void BadEnd(StreamReader r, char[] b) { if (r.Read(b, 0, 10) < 0) Console.WriteLine("end"); } // finds answer-misread
    void GoodEnd(StreamReader r, char[] b) { if (r.Read(b, 0, 10) == 0) Console.WriteLine("end"); }
    void GoodOne(StreamReader r) { if (r.Read() < 0) Console.WriteLine("end"); }
    void BadRedirect(HttpRequest q, HttpResponse r)
    {
        if (q["x"] == null) { r.Redirect("/login", false); } // finds redirect-goes-on
        r.Write("secret");
    }
    void GoodRedirect(HttpRequest q, HttpResponse r)
    {
        if (q["x"] == null) { r.Redirect("/login", false); return; }
        r.Write("secret");
    }
    static void Main(string[] arguments)
    {
        if (arguments.Length == 0) throw new ArgumentException("nothing to do"); // finds unhandled-in-main
    }
}

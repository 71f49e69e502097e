using System;
using System.Diagnostics;
using System.IO;
using System.Net;
using System.Threading;
using System.Web;

class Habits
{
    static readonly object First = new(), Second = new(), Third = new();
    static readonly Mutex Gate = new();
    static int used;

    private void Nobody() { used++; } // finds unused-method
    private void Empty() { } // finds empty-statement
    internal void CallEmpty() => Empty();

    internal void BadError(string f)
    {
        if (!File.Exists(f)) // finds empty-error-branch
        {
        }
        Console.WriteLine(f);
    }
    internal void GoodError(string f) { if (!File.Exists(f)) { throw new FileNotFoundException(f); } }
    internal void BadBranch(int n) { if (n == 0) { } } // finds empty-statement
    internal void BadElse(int n) { if (n == 0) { Console.WriteLine(n); } else { } } // finds empty-statement
    internal void BadItself(int n) { n = n; Console.WriteLine(n); } // finds empty-statement
    internal void BadLoop(int n) { for (var i = 0; i < n; i++) { } } // finds empty-statement
    internal void GoodLoop(int n) { for (var i = 0; i < n; i++) { Console.WriteLine(i); } }

    // BUG: negative numbers are not thought of // finds suspicious-comment
    internal int BadNote(int n) => n * 2;
    // A bug that was mended is no note.
    internal int GoodNote(int n) => n * 2;

    internal void BadOverwritten()
    {
        var s = "first"; // finds unused-value
        s = "second";
        Console.WriteLine(s);
    }
    internal void GoodOverwritten(bool b) { var s = "first"; if (b) s = "second"; Console.WriteLine(s); }
    internal void GoodUnset() { string s = null; s = "second"; Console.WriteLine(s); }
    internal Action GoodCaptured() { var s = "x"; return () => Console.WriteLine(s); }
    internal int GoodInHandler(string t)
    {
        var n = 1;
        try { n = 2; n = int.Parse(t); } catch (FormatException) { Console.WriteLine(n); }
        return n;
    }

    internal bool BadPlace(string s) => s.IndexOf("x", StringComparison.Ordinal) > 0; // finds answer-misread
    internal bool GoodPlace(string s) => s.IndexOf("x", StringComparison.Ordinal) >= 0;

    internal void BadNever(int n) { if (n < 0 && n > 4) Console.WriteLine(n); } // finds always-false
    internal void GoodSometimes(int n) { if (n > 0 && n < 4) Console.WriteLine(n); }
    internal void BadAlways(int n) { if (n >= 0 || n < 4) Console.WriteLine(n); } // finds always-true
    internal void GoodEither(int n) { if (n > 4 || n < 0) Console.WriteLine(n); }
    internal void BadLength(string s) { if (s.Length < 0) Console.WriteLine(s); } // finds always-false
    internal void BadTurning() { var n = 0; while (n >= 0) { n = (n + 1) % 256; } } // finds endless-loop
    internal void BadWaiting() { var n = 0; while (n < 10) { System.Console.WriteLine(n); } } // finds endless-loop
    internal void GoodWaiting() { var n = 0; while (n < 10) { System.Console.WriteLine(n); n++; } }
    internal void BadSetBack() { var n = 1; do { n = 1; System.Console.WriteLine(n); } while (n != 0); } // finds endless-loop, unused-value
    internal void GoodSetBack() { var n = 1; do { n = 0; System.Console.WriteLine(n); } while (n != 0); } // finds unused-value
    internal void GoodTurning() { var n = 0; while (n >= 0) { if (n == 10) break; n = (n + 1) % 256; } }

    internal void BadTwice()
    {
        Monitor.Enter(First);
        Monitor.Enter(First); // finds locked-twice
        try { used++; } finally { Monitor.Exit(First); }
    }
    internal void BadBack()
    {
        Monitor.Enter(First);
        try { used++; }
        finally
        {
            Monitor.Exit(First);
            Monitor.Exit(First); // finds unlocked-twice
        }
    }
    internal void BadGiven() { Gate.ReleaseMutex(); } // finds unlocked-without-lock
    internal void GoodGiven() { Gate.WaitOne(); try { used++; } finally { Gate.ReleaseMutex(); } }
    internal void BadOrder() { lock (First) { lock (Second) { used++; } } } // finds locks-in-both-orders
    internal void BadOther() { lock (Second) { lock (First) { used++; } } } // finds locks-in-both-orders
    internal void GoodOrder() { lock (First) { lock (Third) { used++; } } }

    internal void BadRedirect(HttpRequest request, HttpResponse response)
    {
        if (request.Params["x"] == null) { response.Redirect("/login", false); } // finds redirect-goes-on
        response.Write("secret");
    }
    internal void GoodRedirect(HttpRequest request, HttpResponse response)
    {
        if (request.Params["x"] == null) { response.Redirect("/login", false); return; }
        response.Write("secret");
    }
    internal void BadThread(HttpRequest request) { new Thread(() => used++).Start(); } // finds thread-in-server

    internal void BadTemporary() { var f = Path.GetTempFileName(); File.WriteAllText(f, "x"); } // finds temporary-file-stays
    internal void GoodTemporary() { var f = Path.GetTempFileName(); try { File.WriteAllText(f, "x"); } finally { File.Delete(f); } }
    internal void BadCommand() { Process.Start("ls", "-la"); } // finds command-without-path
    internal void GoodCommand() { Process.Start("/bin/ls", "-la"); }
    internal void BadLookup() { Console.WriteLine(Dns.GetHostByName("x")); } // finds outdated-member
    internal void GoodLookup() { Console.WriteLine(Dns.GetHostEntry("x")); }
    internal void BadNull() { Console.WriteLine(Environment.GetEnvironmentVariable("A").Trim()); } // finds unchecked-null-result
    internal void GoodNull() { Console.WriteLine(Environment.GetEnvironmentVariable("A")?.Trim()); }
}

class OnlyEqual { public override bool Equals(object other) => other is OnlyEqual; } // finds equals-without-hash
class BothEqual { public override bool Equals(object other) => other is BothEqual; public override int GetHashCode() => 1; }

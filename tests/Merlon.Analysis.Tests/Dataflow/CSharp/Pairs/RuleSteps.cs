using System;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using System.Web;
using System.Diagnostics;

namespace Pairs;

/// <summary>Steps that are left out, fields that threads share, and conditions that are decided.</summary>
public class RuleSteps
{
    public byte[] BadBlock(ICryptoTransform transform, byte[] data)
    {
        using (var memory = new MemoryStream())
        using (var stream = new CryptoStream(memory, transform, CryptoStreamMode.Write))
        {
            stream.Write(data, 0, data.Length);
            return memory.ToArray(); // finds last-block-missing
        }
    }
    public byte[] GoodBlock(ICryptoTransform transform, byte[] data)
    {
        using (var memory = new MemoryStream())
        using (var stream = new CryptoStream(memory, transform, CryptoStreamMode.Write))
        {
            stream.Write(data, 0, data.Length);
            stream.FlushFinalBlock();
            return memory.ToArray();
        }
    }
    public byte[] GoodClosed(ICryptoTransform transform, byte[] data)
    {
        using (var memory = new MemoryStream())
        {
            using (var stream = new CryptoStream(memory, transform, CryptoStreamMode.Write)) { stream.Write(data, 0, data.Length); }
            return memory.ToArray();
        }
    }
    public byte[] BadDigest() { using var hash = SHA512.Create(); hash.Initialize(); return hash.Hash; } // finds missing-digest-data
    public byte[] GoodDigest(byte[] data) { using var hash = SHA512.Create(); hash.ComputeHash(data); return hash.Hash; }

    static int total, guarded;
    static readonly object gate = new();
    static void Up() { for (var i = 0; i < 100; i++) total = total + 1; } // finds shared-without-lock
    static void UpGuarded() { lock (gate) { for (var i = 0; i < 100; i++) guarded = guarded + 1; } }
    public void BadThreads() { new Thread(new ThreadStart(Up)).Start(); new Thread(Up).Start(); }
    public void GoodThreads() { new Thread(new ThreadStart(UpGuarded)).Start(); new Thread(UpGuarded).Start(); }
    int seen;
    public void BadTasks() { for (var i = 0; i < 3; i++) Task.Run(() => seen++); } // finds shared-without-lock
    public void GoodTasks() { for (var i = 0; i < 3; i++) Task.Run(() => { var mine = 0; mine++; Interlocked.Add(ref seen, mine); }); }

    public void BadNull() { string s = null; if (s != null) Console.WriteLine("x"); } // finds always-false
    public void BadNumber() { int n = 5; if (n == 5) Console.WriteLine("x"); } // finds always-true
    public void BadFlag() { bool b = true; if (b) Console.WriteLine("x"); } // finds always-true
    public void GoodSet() { bool done = false; for (var i = 0; i < 3; i++) { if (done) Console.WriteLine("x"); done = true; } }
    public void GoodOut() { int n = 0; Read(out n); if (n == 0) Console.WriteLine("x"); }
    public void GoodConst() { const bool traces = false; if (traces) Console.WriteLine("x"); }
    static void Read(out int n) => n = Console.Read();

    public void BadEnd(int[] a) { var i = 0; while (i <= a.Length) { a[i] = i; i++; } } // finds off-by-one
    public void BadCells() { int[] a = new int[10]; for (int i = 0; i <= 10; i++) a[i] = i; } // finds off-by-one, unchecked-index
    public void GoodEnd(int[] a) { var i = 0; while (i < a.Length) { a[i] = i; i++; } }
    static void BadDeep(long n) { if (n == 0) return; BadDeep(n - 1); } // finds recursion-without-bound
    static void GoodDeep(long n) { if (n <= 0) return; GoodDeep(n - 1); }

    public void BadTrace() { try { Up(); } catch (InvalidOperationException e) { Console.WriteLine(e.StackTrace); } } // finds trace-on-console
    public void BadTraceJoined() { try { Up(); } catch (InvalidOperationException e) { Console.Error.WriteLine("failed: " + e); } } // finds trace-on-console
    public void GoodTrace() { try { Up(); } catch (InvalidOperationException e) { Console.Error.WriteLine("failed: " + e.Message); } }

    public void BadPort()
    {
        var first = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        first.Bind(new IPEndPoint(IPAddress.Any, 15000));
        var second = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        second.Bind(new IPEndPoint(IPAddress.Any, 15000)); // finds port-bound-twice
    }
    public void GoodPort()
    {
        var first = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        first.Bind(new IPEndPoint(IPAddress.Any, 15000));
        var second = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        second.Bind(new IPEndPoint(IPAddress.Any, 15001));
    }
    public void BadCookie() { var cookie = new HttpCookie("note", "x"); cookie.Expires = DateTime.Now.AddYears(5); } // finds persistent-cookie
    public void GoodCookie() { var cookie = new HttpCookie("note", "x"); cookie.Expires = DateTime.Now.AddDays(1); }
    public void BadAssertion() { var name = Console.ReadLine(); Trace.Assert(name.Length > 0); } // finds reachable-assertion
    public void GoodAssertion() { var name = "x"; Trace.Assert(name.Length > 0); }

    readonly byte[] drawn = RandomNumberGenerator.GetBytes(1);
    string Sometimes() => drawn[0] > 5 ? "x" : null;
    string SometimesToo() { if (drawn[0] > 5) return "x"; return null; }
    public void BadResult() { Console.WriteLine(Sometimes().Trim()); } // finds null-result-used
    public void BadResultKept() { var s = SometimesToo(); Console.WriteLine(s.Trim()); } // finds null-result-used
    public void GoodResult() { var s = SometimesToo(); if (s is not null) Console.WriteLine(s.Trim()); Console.WriteLine(Sometimes()?.Length); Console.WriteLine((Sometimes() ?? "a").Trim()); }
}

using System;
using System.IO;
using System.Threading;

public class Shared
{
    public static string Name = "x"; // finds public-static-field
    public static readonly string Fixed = "x";
    public static readonly int[] Numbers = { 1 }; // finds public-static-array
    static readonly int[] Own = { 1 };
    public string Show() => Name + Fixed + Own.Length;
}

class ErrorHandling
{
    void BadEmpty() { try { File.Delete("x"); } catch (IOException) { } } // finds empty-catch
    void GoodEmpty() { try { File.Delete("x"); } catch (IOException e) { Console.WriteLine(e.Message); } }
    void BadEmptyGeneral() { try { File.Delete("x"); } catch { } } // finds empty-general-catch
    void GoodCancelled(CancellationToken ct) { try { ct.ThrowIfCancellationRequested(); } catch (OperationCanceledException) { } }
    void BadGeneral() { try { File.Delete("x"); } catch (Exception e) { Console.WriteLine(e.Message); } } // finds general-catch
    void GoodGeneral() { try { File.Delete("x"); } catch (Exception e) { Console.WriteLine(e.Message); throw; } }
    void BadNull(string s) { try { Console.WriteLine(s.Length); } catch (NullReferenceException e) { Console.WriteLine(e.Message); } } // finds null-reference-caught
    void BadThrow() => throw new Exception("x"); // finds general-throw
    void GoodThrow() => throw new InvalidOperationException("x");
}

class ConditionQuality
{
    void BadAssignment(bool b, int n) { if (b = n == 5) Console.WriteLine(b); } // finds assignment-in-condition
    void GoodAssignment(bool b, int n) { if (b == (n == 5)) Console.WriteLine("x"); }
    void BadNever(int n) { if (n < int.MinValue) Console.WriteLine("x"); } // finds always-false
    void GoodNever(int n) { if (n <= int.MinValue) Console.WriteLine("x"); }
    void BadAlways(uint n) { if (n >= 0) Console.WriteLine("x"); } // finds always-true
    void GoodAlways(int n) { if (n >= 0) Console.WriteLine("x"); }
    void BadSelf(int n) { if (n == n) Console.WriteLine("x"); } // finds always-true
    void GoodSelf(double n) { if (n == n) Console.WriteLine("x"); }
    void BadIdentity(object o, string s) { if (o == s) Console.WriteLine("x"); } // finds text-compared-by-reference
    void GoodIdentity(object o, string s) { if ((string)o == s) Console.WriteLine("x"); }
    void BadSwitch(int n) { switch (n) { case 1: Console.WriteLine("x"); break; } } // finds switch-without-default
    void GoodSwitch(int n) { switch (n) { case 1: Console.WriteLine("x"); break; default: Console.WriteLine("y"); break; } }
    void BadEmptyBranch(int n) { if (n == 3) ; { Console.WriteLine("x"); } } // finds empty-branch
    void GoodEmptyBranch(int n) { if (n == 3) { Console.WriteLine("x"); } }

    void BadIndentation(int n)
    {
        if (n == 4) // finds misleading-indentation
            Console.WriteLine("x");
            Console.WriteLine("y");
    }

    void GoodIndentation(int n)
    {
        if (n == 4)
            Console.WriteLine("x");
        Console.WriteLine("y");
    }
}

class LoopQuality
{
    void BadEndless(int n) { while (true) n = n == 0 ? 1 : 0; } // finds endless-loop
    void GoodEndless(int n) { while (true) { n = n == 0 ? 1 : 0; if (n == 1) break; } }
    void BadTooFar(int[] a) { for (int i = 0; i <= a.Length; i++) Console.WriteLine(a[i]); } // finds off-by-one
    void GoodTooFar(int[] a) { for (int i = 0; i < a.Length; i++) Console.WriteLine(a[i]); }
    long BadRecursion(long n) => n + BadRecursion(n - 1); // finds endless-recursion
    long GoodRecursion(long n) => n == 0 ? 0 : n + GoodRecursion(n - 1);
}

class CallQuality
{
    void BadRead(Stream s, byte[] buffer) { s.Read(buffer, 0, buffer.Length); } // finds read-count-ignored
    void GoodRead(Stream s, byte[] buffer) { Console.WriteLine(s.Read(buffer, 0, buffer.Length)); }
    void BadLost(string s) { s.Trim(); } // finds result-ignored
    void GoodLost(string s) { Console.WriteLine(s.Trim()); }
    void BadUnused() { int n = 5; } // finds unused-value
    void GoodUnused() { int n = 5; Console.WriteLine(n); }
}

class FileQuality
{
    void BadCheck(string path) { if (File.Exists(path)) File.Delete(path); } // finds check-then-use
    void GoodCheck(string path, string other) { if (File.Exists(path)) File.Delete(other); }
    void BadAssertion() { System.Diagnostics.Debug.Assert(false); } // finds assertion-fails
    void GoodAssertion(bool b) { System.Diagnostics.Debug.Assert(b); }
}

class LockQuality
{
    static readonly object gate = new();
    static LockQuality one;
    static volatile LockQuality other;

    void BadEmpty() { lock (gate) { } } // finds empty-lock
    void GoodEmpty() { lock (gate) { Console.WriteLine("x"); } }
    void BadDouble() { if (one == null) { lock (gate) { if (one == null) one = new LockQuality(); } } } // finds double-checked-lock
    void GoodDouble() { if (other == null) { lock (gate) { if (other == null) other = new LockQuality(); } } }
    void BadEnter() { Monitor.Enter(gate); } // finds lock-not-released
    void BadEarly(bool b) { Monitor.Enter(gate); if (b) return; Monitor.Exit(gate); } // finds lock-not-released
    void GoodEarly(bool b) { Monitor.Enter(gate); if (b) { Monitor.Exit(gate); return; } Monitor.Exit(gate); }
    void GoodEnter() { Monitor.Enter(gate); try { Console.WriteLine("x"); } finally { Monitor.Exit(gate); } }
}

class ResourceQuality
{
    void BadOpen() { var r = new StreamReader("x"); Console.WriteLine(r.ReadLine()); } // finds resource-left-open
    void GoodOpen() { using var r = new StreamReader("x"); Console.WriteLine(r.ReadLine()); }
    void BadClosed() { var r = new StreamReader("x"); Console.WriteLine(r.ReadLine()); r.Close(); } // finds resource-closed-on-success-only
    void GoodClosed() { StreamReader r = null; try { r = new StreamReader("x"); Console.WriteLine(r.ReadLine()); } finally { if (r != null) r.Close(); } }
    StreamReader GoodReturned() { var r = new StreamReader("x"); return r; }
    void GoodHandedOn() { var s = new FileStream("x", FileMode.Open); Keep(s); }
    void Keep(Stream s) { }
}

using System;
using System.Threading;
using Microsoft.AspNetCore.Http;

public class OnlyOne
{
    static OnlyOne only;
    static OnlyOne locked;
    static readonly OnlyOne First = new OnlyOne();
    static readonly object Gate = new object();
    public static OnlyOne Bad()
    {
        if (only == null)
        {
            only = new OnlyOne(); // finds singleton-without-lock
        }
        return only;
    }
    public static OnlyOne Good() { lock (Gate) { if (locked == null) { locked = new OnlyOne(); } return locked; } }
    public static OnlyOne GoodFirst() => First;
}

public class Inside
{
    string[] names = { "a" };
    int[] rows;
    public string[] BadNames() { return names; } // finds array-handed-out
    public string[] GoodNames() { return (string[])names.Clone(); }
    string[] GoodOwn() { return names; }
    public void BadRows(int[] given) { rows = given; } // finds array-taken-over
    public void GoodRows(int[] given) { rows = (int[])given.Clone(); }
}

[Serializable]
public class Account
{
    string password; // finds secret-is-serialized
    [NonSerialized] string secret;
    string name;
    public void Set(string given) { password = given; secret = given; name = given; }
    public string Show() => password + secret + name;
}

class ConditionHabits
{
    const bool Debug = true;
    const bool DebugOff = false;
    readonly object gate = new object();
    void BadMixed(bool a, bool b, bool c) { if (a || b && c) Console.WriteLine("x"); } // finds and-or-unmarked
    void GoodMixed(bool a, bool b, bool c) { if (a || (b && c)) Console.WriteLine("x"); }
    void GoodOfComparisons(int a, bool b) { if (a == 1 || a == 2 && b) Console.WriteLine("x"); }
    void BadBoth(int a) { if (a > 0 & Check()) Console.WriteLine("x"); } // finds both-sides-evaluated
    void GoodBoth(int a) { if (a > 0 && Check()) Console.WriteLine("x"); }
    void GoodBits(int a) { if ((a & Mask()) != 0) Console.WriteLine("x"); }
    bool Check() { Console.WriteLine("checked"); return Environment.ProcessorCount > 1; }
    int Mask() => 4;
    void BadSleep() { lock (gate) { Thread.Sleep(500); } } // finds sleep-with-lock
    void GoodSleep() { Thread.Sleep(500); lock (gate) { Monitor.Wait(gate, 500); } }
    void BadNull(string s) { if (s != null && s == null) Console.WriteLine("x"); } // finds always-false
    void GoodNull(string s, string t) { if (s != null && t == null) Console.WriteLine("x"); }
    void BadDebug() { if (Debug) Console.WriteLine("user"); } // finds debug-code-left
    void GoodDebug() { if (DebugOff) Console.WriteLine("user"); }
}

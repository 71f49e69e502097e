using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using System.Web;

static class Switches { public const bool Yes = true; public const bool No = false; public static readonly int Five = 5; public static bool On = true; public static bool Say() => true; }

class Flows
{
    struct Pair { public string Left, Right; }

    void BadUnmade(HttpRequest r) { Pair pair; pair.Left = r.QueryString["id"]; pair.Right = "safe"; var copy = pair; Process.Start("sh", copy.Left); } // finds command-injection
    void GoodUnmade(HttpRequest r) { Pair pair; pair.Left = r.QueryString["id"]; pair.Right = "safe"; var copy = pair; Process.Start("sh", copy.Right); }
    void BadDefault(HttpRequest r) { Pair pair = default; pair.Left = r.QueryString["id"]; Process.Start("sh", pair.Left); } // finds command-injection
    void GoodDefault(HttpRequest r) { Pair pair = default; pair.Left = r.QueryString["id"]; pair = default; Process.Start("sh", pair.Left); }
    delegate void Call(string text);
    event Call Raised, Quiet;
    static string shared, untouched;
    bool flag, other;
    readonly HttpRequest request;

    string Given => request.QueryString["a"];
    static void Run(string text) => Process.Start("sh", text); // finds command-injection
    static void RunSafe(string text) => Process.Start("sh", text);

    void Calls() { Run(Given); RunSafe("ls"); }

    void BadTupleOfText(List<object> all) { all.Add(Given); foreach (var part in all.Cast<(string Tag, long Key)>().Order()) Process.Start("sh", $"{part.Tag}"); } // finds command-injection
    void GoodTupleOfNumber(List<object> all) { all.Add(Given); foreach (var part in all.Cast<(string Tag, long Key)>().Order()) Process.Start("sh", $"{part.Key}"); }
    void BadConst() { string d = null; if (Switches.Yes) d = Given; if (Switches.Five == 5) Process.Start("sh", d); } // finds command-injection
    void GoodConst() { string d = "ls"; if (Switches.No) d = Given; if (Switches.Five == 5) Process.Start("sh", d); }
    void BadReturns() { string d = null; if (Switches.Say()) d = Given; Process.Start("sh", d); } // finds command-injection
    void GoodReturns() { string d = Given; if (Switches.Say()) d = "ls"; Process.Start("sh", d); }
    void BadSwitch() { string d = null; switch (6) { case 6: d = Given; break; default: d = "ls"; break; } Process.Start("sh", d); } // finds command-injection
    void GoodSwitch() { string d = null; switch (5) { case 6: d = Given; break; default: d = "ls"; break; } Process.Start("sh", d); }
    void BadGoto() { string d = "ls"; goto There; There: d = Given; Process.Start("sh", d); } // finds command-injection
    void GoodGoto() { string d = Given; goto There; There: d = "ls"; Process.Start("sh", d); }
    void BadWhile() { string d = null; while (true) { d = Given; break; } Process.Start("sh", d); } // finds command-injection
    void GoodWhile() { string d = Given; while (true) { d = "ls"; break; } Process.Start("sh", d); }
    void BadFlag() { flag = true; string d = "ls"; if (flag) d = Given; Process.Start("sh", d); } // finds command-injection
    void GoodFlag() { other = false; string d = "ls"; if (other) d = Given; Process.Start("sh", d); }

    void Take(out string d) => d = Given;
    void TakeSafe(out string d) => d = "ls";
    void BadOut() { Take(out var d); Process.Start("sh", d); } // finds command-injection
    void GoodOut() { TakeSafe(out var d); Process.Start("sh", d); }
    void Change(ref string d) => d = Given;
    void ChangeSafe(ref string d) => d = "ls";
    void BadRef() { var d = "ls"; Change(ref d); Process.Start("sh", d); } // finds command-injection
    void GoodRef() { var d = Given; ChangeSafe(ref d); Process.Start("sh", d); }
    void BadStatic() { shared = Given; Process.Start("sh", shared); } // finds command-injection
    void GoodStatic() { untouched = "ls"; Process.Start("sh", untouched); }

    void OnRaised(string d) => Process.Start("sh", d); // finds command-injection
    void OnQuiet(string d) => Process.Start("sh", d);
    void Events() { Raised += OnRaised; Raised(Given); Quiet += OnQuiet; Quiet("ls"); }
    void BadLambda() { Action<string> run = d => Process.Start("sh", d); run(Given); } // finds command-injection
    void GoodLambda() { Action<string> run = d => Process.Start("sh", d); run("ls"); }
    void BadThread() { var d = Given; new Thread(() => Process.Start("sh", d)).Start(); } // finds command-injection
    void GoodThread() { var d = "ls"; new Thread(() => Process.Start("sh", d)).Start(); }
    static void Work(object d) => Process.Start("sh", (string)d); // finds command-injection
    static void WorkSafe(object d) => Process.Start("sh", (string)d);
    void Workers() { new Thread(Work).Start(Given); new Thread(WorkSafe).Start("ls"); }
    async Task BadAsync() { var d = await Task.Run(() => Given); Process.Start("sh", d); } // finds command-injection
    async Task GoodAsync() { var d = await Task.Run(() => "ls"); Process.Start("sh", d); }
    void BadMessage() { try { throw new Exception(Given); } catch (Exception e) { Process.Start("sh", e.Message); } } // finds command-injection
    void GoodMessage() { try { throw new Exception("ls"); } catch (Exception e) { Process.Start("sh", e.Message); } }
    void BadTuple() { var d = (Given, "ls"); Process.Start("sh", d.Item1); } // finds command-injection
    void GoodTuple() { var d = (Given, "ls"); Process.Start("sh", d.Item2); }
    void BadStruct() { var p = new Pair { Left = Given, Right = "ls" }; Process.Start("sh", p.Left); } // finds command-injection
    void GoodStruct() { var p = new Pair { Left = Given, Right = "ls" }; Process.Start("sh", p.Right); }
    void BadAllowed() { string[] known = { "ls", Given }; if (known.Contains(Given)) Process.Start("sh", Given); } // finds command-injection
    void GoodAllowed() { string[] known = { "ls", "ps" }; var d = Given; if (known.Contains(d)) Process.Start("sh", d); }
    void BadLazy() { var d = Given; var l = new Lazy<string>(() => d); Process.Start("sh", l.Value); } // finds command-injection
    void GoodLazy() { var l = new Lazy<string>(() => "ls"); Process.Start("sh", l.Value); }
    void BadSplit() { var parts = Given.Split('|'); using (var r = new StreamReader("/data/" + parts[0])) r.Read(); } // finds path-traversal
    void GoodSplit() { var parts = "a|b".Split('|'); using (var r = new StreamReader("/data/" + parts[0])) r.Read(); }
    void BadPart() { using (var r = new StreamReader(Given.Split('|')[0])) r.Read(); } // finds path-traversal
    void GoodPart() { using (var r = new StreamReader("a|b".Split('|')[0])) r.Read(); }
}

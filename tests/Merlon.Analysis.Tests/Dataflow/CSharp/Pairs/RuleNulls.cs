using System;
using System.Collections.Generic;
using System.Text;

class NullValues
{
    void BadText() { string s = null; Console.WriteLine(s.Length); } // finds null-dereference
    void GoodText() { string s = null; s = "x"; Console.WriteLine(s.Length); }
    void BadArray() { int[] a = null; Console.WriteLine(a.Length); } // finds null-dereference
    void GoodArray() { int[] a = null; if (a != null) Console.WriteLine(a.Length); }
    void BadHandedOn() { StringBuilder b = null; Show(b); }
    void GoodHandedOn() { var b = new StringBuilder(); ShowToo(b); }
    void Show(StringBuilder b) { Console.WriteLine(b.Length); } // finds null-dereference
    void ShowToo(StringBuilder b) { Console.WriteLine(b.Length); }
    string Nothing() => null;
    string Something() => "x";
    void BadReturned() { string s = Nothing(); Console.WriteLine(s.Trim()); } // finds null-dereference
    void GoodReturned() { string s = Something(); Console.WriteLine(s.Trim()); }
    void GoodMaybe(bool b) { string s = null; if (b) s = "x"; Console.WriteLine(s?.Length); }
    void BadTested(string s) { if (s == null) Console.WriteLine(s.Length); } // finds null-dereference
    void GoodTested(string s) { if (s != null) Console.WriteLine(s.Length); }
    void GoodOptional() { int? n = null; Console.WriteLine(n.HasValue); }
    void GoodGuarded() { string s = null; Guarded(s); }
    void Guarded(string s) { ArgumentNullException.ThrowIfNull(s); Console.WriteLine(s.Length); }
    void BadUnguarded() { string s = null; Unguarded(s); }
    void Unguarded(string s) { Console.WriteLine(nameof(s)); Console.WriteLine(s.Length); } // finds null-dereference
    void GoodShared() { string s = null; Action show = () => Console.WriteLine(s.Length); s = "x"; show(); }
    void GoodSpan() { string s = null; ReadOnlySpan<char> span = s; Console.WriteLine(span.IsEmpty); }
    void GoodIdentity() => Compared(null);
    int Compared(NullValues other) { if (ReferenceEquals(null, other)) return 1; return other.GetHashCode(); }
    void GoodUnknown() { var made = new Missing { Day = null }; Console.WriteLine(made.Day.HasValue); }
}

class NullResultsOnTheirWay
{
    string Sometimes() { if (Environment.ProcessorCount > 4) return null; return "x"; }
    void BadDirect() { Console.WriteLine(Sometimes().Trim()); } // finds null-result-used
    void GoodDirect() { Console.WriteLine(Sometimes()?.Trim()); }
    void GoodCoalesced() { string s = Sometimes() ?? "x"; Console.WriteLine(s.Trim()); }
    void GoodPattern() { if (Sometimes() is { } s) Console.WriteLine(s.Trim()); }
    void GoodNot() { string s = Sometimes(); if (s is not null) Console.WriteLine(s.Trim()); }
    void GoodThrown() { string s = Sometimes() ?? throw new InvalidOperationException(); Console.WriteLine(s.Trim()); }
    void GoodType() { string s = Sometimes(); if (s is object) Console.WriteLine(s.Trim()); }
    void BadType() { string s = Sometimes(); if (s is object) Console.WriteLine("x"); Console.WriteLine(s.Trim()); } // finds null-result-used
    void BadList() { var l = new List<string>(); l.Add("x"); l.Add(Sometimes()); Console.WriteLine(l[1].Trim()); } // finds null-result-used
    void GoodList() { var l = new List<string>(); l.Add("x"); l.Add(Sometimes()); Console.WriteLine(l[0].Trim()); }
    void BadMap() { var m = new Dictionary<string, string> { ["a"] = Sometimes() }; Console.WriteLine(m["a"].Trim()); } // finds null-result-used
    void GoodMap() { var m = new Dictionary<string, string> { ["a"] = Sometimes() }; m["a"] = "x"; Console.WriteLine(m["a"].Trim()); }
    void BadOut() { Take(out string s); Console.WriteLine(s.Trim()); } // finds null-result-used
    void GoodOut() { Take(out string s); if (s == null) return; Console.WriteLine(s.Trim()); }
    void Take(out string s) { s = Sometimes(); }
    void BadDelegate() { Func<string> f = Sometimes; Console.WriteLine(f().Trim()); } // finds null-result-used
    void GoodDelegate() { Func<string> f = () => "x"; Console.WriteLine(f().Trim()); }
    string held;
    void GoodField() { held = Sometimes(); if (held != null) Console.WriteLine(held.Trim()); }
}

class NullsOfRequests
{
    void BadQuery(System.Web.HttpRequest request) { string s = request.QueryString["a"]; Console.WriteLine(s.Length); } // finds unchecked-null-result
    void GoodQuery(System.Web.HttpRequest request) { string s = request.QueryString["a"] ?? ""; Console.WriteLine(s.Length); }
}

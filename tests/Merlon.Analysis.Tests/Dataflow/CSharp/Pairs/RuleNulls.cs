using System;
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

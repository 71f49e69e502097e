using System;

class NullTests
{
    void BadTurnedRound(string s) { if (s == null) Console.WriteLine(s.Length); } // finds null-used
    void GoodTurnedRound(string s) { if (s != null) Console.WriteLine(s.Length); }
    void BadBothSides(string s) { if ((s != null) & (s.Length > 0)) Console.WriteLine("x"); } // finds null-test-without-effect
    void GoodBothSides(string s) { if ((s != null) && (s.Length > 0)) Console.WriteLine("x"); }
    void BadLate(string s) { Console.WriteLine(s.Length); if (s != null) Console.WriteLine("x"); } // finds null-test-too-late
    void GoodLate(string s) { Console.WriteLine(s.Length); s = Console.ReadLine(); if (s != null) Console.WriteLine("x"); }
}

using System;
using System.Collections;
using System.IO;
using System.Threading;
using System.Web;

class Overflows
{
    static int Ask()
    {
        int n = 0;
        using (var reader = new StreamReader("n.txt"))
        {
            try { n = int.Parse(reader.ReadLine().Trim()); }
            catch (FormatException e) { Console.WriteLine(e.Message); }
        }
        return n;
    }

    void BadSum() { int n = Ask(); Console.WriteLine(n + 1); } // finds integer-overflow
    void GoodSum() { int n = Ask(); if (n < int.MaxValue) Console.WriteLine(n + 1); }
    void BadProduct() { int n = Ask(); if (n > 0) Console.WriteLine(n * 2); } // finds integer-overflow
    void GoodProduct() { int n = Ask(); if (n > 0 && n < int.MaxValue / 2) Console.WriteLine(n * 2); }
    void BadSquare() { int n = Ask(); Console.WriteLine(n * n); } // finds integer-overflow
    void GoodSquare() { int n = Ask(); if (Math.Abs((long)n) <= (long)Math.Sqrt(int.MaxValue)) Console.WriteLine(n * n); }
    void BadIncrement() { int n = Ask(); n++; Console.WriteLine(n); } // finds integer-overflow
    void GoodIncrement() { int n = Ask(); if (n >= 100) return; n++; Console.WriteLine(n); }
    void BadCompound() { int n = Ask(); n += 5; Console.WriteLine(n); } // finds integer-overflow
    void GoodChecked() { int n = Ask(); checked { n += 5; } Console.WriteLine(n); }
    void BadExpression() { int n = Ask(); Console.WriteLine(unchecked(n + 5)); } // finds integer-overflow
    void GoodExpression() { int n = Ask(); Console.WriteLine(checked(n + 5)); }
    void BadLong() { long n = long.Parse(Console.ReadLine()); Console.WriteLine(n * 2); } // finds integer-overflow
    void GoodLong() { int n = Ask(); Console.WriteLine((long)n * 2); }
    void BadByte() { byte n = byte.Parse(Console.ReadLine()); byte m = (byte)(n * 2); Console.WriteLine(m); } // finds integer-overflow
    void GoodByte() { byte n = byte.Parse(Console.ReadLine()); int m = n * 2; Console.WriteLine(m); }
    void BadUnsigned() { uint n = Convert.ToUInt32(Console.ReadLine()); Console.WriteLine(n + 1); } // finds integer-overflow
    void GoodConstant() { int n = 5; Console.WriteLine(n + 1); }
    void BadConstant() { int n = int.MaxValue; Console.WriteLine(n + 1); } // finds integer-overflow
    void BadConstantByte() { byte n = byte.MaxValue; byte m = (byte)(n + 1); Console.WriteLine(m); } // finds integer-overflow
    void GoodConstantByte() { byte n = byte.MaxValue - 1; byte m = (byte)(n + 1); Console.WriteLine(m); }
    void BadDifference() { int n = Ask(); Console.WriteLine(n - 1); } // finds integer-underflow
    void GoodDifference() { int n = Ask(); if (n > int.MinValue) Console.WriteLine(n - 1); }
    void BadDecrement() { int n = Ask(); --n; Console.WriteLine(n); } // finds integer-underflow
    void GoodDecrement() { int n = Ask(); if (n >= 0) { --n; Console.WriteLine(n); } }
    void BadNegativeProduct() { int n = Ask(); if (n < 0) Console.WriteLine(n * 2); } // finds integer-underflow
    void GoodNegativeProduct() { int n = Ask(); if (n < 0 && n > int.MinValue / 2) Console.WriteLine(n * 2); }
    void BadLeast() { int n = int.MinValue; n--; Console.WriteLine(n); } // finds integer-underflow
    void GoodLeast() { int n = int.MinValue; n++; Console.WriteLine(n); }
    void BadCast() { int n = Ask(); Console.WriteLine((byte)n); } // finds numeric-truncation
    void GoodCast() { int n = Ask(); Console.WriteLine((byte)(n & 0xff)); }
    void BadCastDown() { short n = short.Parse(Console.ReadLine()); Console.WriteLine((byte)n); } // finds numeric-truncation
    void GoodCastUp() { short n = short.Parse(Console.ReadLine()); Console.WriteLine((int)n); }
    void BadFraction() { double d = double.Parse(Console.ReadLine()); Console.WriteLine((int)d); } // finds inexact-conversion
    void GoodFraction() { double d = double.Parse(Console.ReadLine()); if (d > -1000 && d < 1000) Console.WriteLine((int)d); }
}

class Divisions
{
    static int Ask(HttpRequest request) => int.Parse(request.Params.Get("n"));

    void BadQuotient(HttpRequest r) { int n = Ask(r); Console.WriteLine(100 / n); } // finds division-by-zero
    void GoodQuotient(HttpRequest r) { int n = Ask(r); if (n != 0) Console.WriteLine(100 / n); }
    void GoodEarly(HttpRequest r) { int n = Ask(r); if (n == 0) return; Console.WriteLine(100 / n); }
    void GoodPositive(HttpRequest r) { int n = Ask(r); if (n > 0) Console.WriteLine(100 / n); }
    void BadNotNegative(HttpRequest r) { int n = Ask(r); if (n >= 0) Console.WriteLine(100 / n); } // finds division-by-zero
    void BadRest(HttpRequest r) { int n = Ask(r); Console.WriteLine(100 % n); } // finds division-by-zero
    void BadReal() { float f = float.Parse(Console.ReadLine()); Console.WriteLine((int)(100.0 / f)); } // finds division-by-zero
    void GoodReal() { float f = float.Parse(Console.ReadLine()); if (Math.Abs(f) > 0.000001) Console.WriteLine(100.0 / f); }
    void GoodPart() { float f = float.Parse(Console.ReadLine()); if (Math.Abs(f) > 0.000001) Console.WriteLine((int)(100.0 / f)); }
    void BadConstant() { int n = 0; Console.WriteLine(100 / n); } // finds division-by-zero
    void GoodConstant() { int n = 2; Console.WriteLine(100 / n); }
}

class Indexes
{
    readonly int[] numbers = { 0, 1, 2, 3, 4 };

    void BadUpper(string[] a) { int n = int.Parse(Console.ReadLine()); if (n >= 0) Console.WriteLine(numbers[n]); } // finds unchecked-index
    void BadLower() { int n = int.Parse(Console.ReadLine()); if (n < numbers.Length) numbers[n] = 42; } // finds unchecked-index
    void GoodBoth() { int n = int.Parse(Console.ReadLine()); if (n >= 0 && n < numbers.Length) Console.WriteLine(numbers[n]); }
    void BadRandom() { int n = new Random().Next(int.MinValue, int.MaxValue); Console.WriteLine(numbers[n]); } // finds unchecked-index // finds insecure-random
    void GoodRandom() { int n = new Random().Next(numbers.Length); Console.WriteLine(numbers[n]); } // finds insecure-random
    void BadConstant() { int n = 100; int[] few = { 1, 2, 3 }; Console.WriteLine(few[n]); } // finds unchecked-index
    void GoodConstant() { int n = 100; int[] few = { 1, 2, 3 }; if (n < few.Length) Console.WriteLine(few[n]); }
    void GoodByte(Stream s) { using var file = new FileStream("x", FileMode.Open); Console.WriteLine(new int[256][file.ReadByte()]); }
}

class Sizes
{
    static int Ask() => int.Parse(Environment.GetEnvironmentVariable("SIZE"));

    void BadArray() { int n = Ask(); var array = new int[n]; Console.WriteLine(array); } // finds uncontrolled-allocation
    void GoodArray() { int n = Ask(); if (n > 100) return; var array = new int[n]; Console.WriteLine(array); }
    void BadList() { int n = Ask(); Console.WriteLine(new ArrayList(n)); } // finds uncontrolled-allocation
    void GoodList() { Console.WriteLine(new ArrayList(10)); }
    void BadSleep() { int n = Ask(); Thread.Sleep(n); } // finds resource-exhaustion
    void GoodSleep() { int n = Ask(); Thread.Sleep(Math.Min(n, 100)); }
    void BadLoop() { int n = Ask(); for (int i = 0; i < n; i++) Console.WriteLine(i); } // finds unchecked-loop-bound
    void GoodLoop() { int n = Ask(); if (n <= 20) for (int i = 0; i < n; i++) Console.WriteLine(i); }
}

class NumbersOnTheirWay
{
    void BadZeroDeep() { int n = 0; First(n); }
    void GoodZeroDeep() { int n = 2; FirstToo(n); }
    void First(int n) { Second(n); }
    void Second(int n) { Console.WriteLine(100 / n); } // finds division-by-zero
    void FirstToo(int n) { SecondToo(n); }
    void SecondToo(int n) { Console.WriteLine(100 / n); }
    void BadOut() { Most(out int n); Console.WriteLine(n + 1); } // finds integer-overflow
    void GoodOut() { Few(out int n); Console.WriteLine(n + 1); }
    void Most(out int n) { n = int.MaxValue; }
    void Few(out int n) { n = 3; }
    void BadIndex() { int[] a = { 1, 2 }; Far(out int n); Console.WriteLine(a[n]); } // finds unchecked-index
    void GoodIndex() { int[] a = { 1, 2 }; Far(out int n); if (n < a.Length) Console.WriteLine(a[n]); }
    void Far(out int n) { n = 100; }
    void BadStream() { int n = Through(0); Console.WriteLine(100 / n); } // finds division-by-zero
    void GoodStream() { int n = Through(2); Console.WriteLine(100 / n); }
    static int Through(int n)
    {
        byte[] bytes;
        var formatter = new System.Runtime.Serialization.Formatters.Binary.BinaryFormatter();
        using (var stream = new MemoryStream())
        {
            formatter.Serialize(stream, n);
            bytes = stream.ToArray();
        }
        using (var stream = new MemoryStream())
        {
            stream.Write(bytes, 0, bytes.Length);
            stream.Seek(0, SeekOrigin.Begin);
            return (int)formatter.Deserialize(stream);
        }
    }
}

class NumbersWithoutSign
{
    void BadLeast() { uint n = uint.MinValue; Console.WriteLine(n - 1); } // finds integer-underflow
    void GoodLeast() { uint n = uint.MinValue; if (n > 0) Console.WriteLine(n - 1); }
    void BadLeastByte() { byte n = byte.MinValue; --n; Console.WriteLine(n); } // finds integer-underflow
    void GoodLeastByte() { byte n = byte.MinValue; ++n; Console.WriteLine(n); }
}

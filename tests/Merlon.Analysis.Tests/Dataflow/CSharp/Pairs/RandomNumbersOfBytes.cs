using System;
using System.Security.Cryptography;

class RandomNumbersOfBytes
{
    int BadRead(RandomNumberGenerator random)
    {
        var bytes = new byte[4];
        random.GetBytes(bytes);
        return BitConverter.ToInt32(bytes, 0) + 1; // finds integer-overflow
    }
    int GoodRead(RandomNumberGenerator random)
    {
        var bytes = new byte[4];
        random.GetBytes(bytes);
        var number = BitConverter.ToInt32(bytes, 0);
        return number < 1000 ? number + 1 : 0;
    }
    int BadDrawn() => RandomNumberGenerator.GetInt32(int.MinValue, int.MaxValue) * 2; // finds integer-overflow
    int GoodDrawn() => RandomNumberGenerator.GetInt32(100) * 2;
    uint GoodProduct(string text)
    {
        var number = uint.Parse(text);
        return number < 1000 ? number * number : 0;
    }
}

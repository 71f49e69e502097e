using System.Globalization;
using System.Net;

namespace Merlon.Nodes.Collection.Ports;

/// <summary>A socket that waits for others, from a table of /proc/net (proc(5)).</summary>
sealed record ListeningSocket(string Protocol, string Address, int Port, string UserId, string Inode)
{
    const string Listening = "0A";
    const string Unconnected = "07";

    public static IEnumerable<ListeningSocket> Parse(string protocol, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length < 10 || fields[3] != (protocol == "tcp" ? Listening : Unconnected)) continue;
            if (fields[1].Split(':') is not [var address, var port] || Ip(address) is not { } ip) continue;
            if (int.TryParse(port, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) && number > 0)
                yield return new ListeningSocket(protocol, ip, number, fields[7], fields[9]);
        }
    }

    /// <summary>Each 32-bit word is written as the machine holds it; on all that Merlon runs on, least significant byte first.</summary>
    static string? Ip(string hex)
    {
        if (hex.Length is not (8 or 32) || !hex.All(char.IsAsciiHexDigit)) return null;
        var bytes = Convert.FromHexString(hex);
        for (var word = 0; word < bytes.Length; word += 4) bytes.AsSpan(word, 4).Reverse();
        return new IPAddress(bytes).ToString();
    }
}

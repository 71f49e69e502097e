using System;
using System.Data.SqlClient;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Security.AccessControl;
using System.Security.Cryptography;
using System.Text;
using System.Web;
using Microsoft.Extensions.Logging;

class RuleSecrets
{
    readonly ILogger log;

    void BadSeed() => new Random(42); // finds predictable-seed
    void GoodSeed() => new Random();
    void BadVector(Aes a) => a.IV = new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16 }; // finds constant-iv
    void GoodVector(Aes a) => a.IV = RandomNumberGenerator.GetBytes(16);
    void BadSalt(string p) => new Rfc2898DeriveBytes(p, Encoding.UTF8.GetBytes("pepper and salt"), 600000); // finds constant-salt
    void GoodSalt(string p) => new Rfc2898DeriveBytes(p, RandomNumberGenerator.GetBytes(16), 600000);
    void BadRounds(string p) => new Rfc2898DeriveBytes(p, RandomNumberGenerator.GetBytes(16), 1000); // finds few-iterations
    void GoodRounds(string p) => new Rfc2898DeriveBytes(p, RandomNumberGenerator.GetBytes(16), 600000);
    void BadTemporary() => Path.GetTempFileName(); // finds insecure-temp-file
    void GoodTemporary() => Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    void BadRights() => new FileSystemAccessRule("Everyone", FileSystemRights.FullControl, AccessControlType.Allow); // finds file-permissions
    void GoodRights() => new FileSystemAccessRule("Everyone", FileSystemRights.Read, AccessControlType.Allow);
    bool BadCompare(byte[] key, byte[] data, byte[] given) => new HMACSHA256(key).ComputeHash(data).SequenceEqual(given); // finds timing-attack
    bool GoodCompare(byte[] key, byte[] data, byte[] given) => CryptographicOperations.FixedTimeEquals(new HMACSHA256(key).ComputeHash(data), given);

    void BadLog(HttpRequest r) => log.LogInformation(r.Form["password"]); // finds log-injection, sensitive-data-in-log
    void GoodLog(HttpRequest r) => log.LogInformation(int.Parse(r.Form["age"]).ToString());
    void BadFile(HttpRequest r) => File.WriteAllText("users.txt", r.Form["password"]); // finds sensitive-data-in-storage
    void GoodFile(HttpRequest r) => File.WriteAllText("users.txt", r.Form["nickname"]);
    void GoodHashed(HttpRequest r, SHA256 h) => File.WriteAllBytes("users.txt", h.ComputeHash(Encoding.UTF8.GetBytes(r.Form["password"])));
    void BadStored() { using (var f = new StreamReader("password.txt")) new NetworkCredential("user", f.ReadLine(), "domain"); } // finds password-stored-in-the-clear
    void GoodStored(Aes a)
    {
        using (var f = new StreamReader("password.txt"))
        using (var m = new MemoryStream(Convert.FromBase64String(f.ReadLine())))
        using (var c = new CryptoStream(m, a.CreateDecryptor(), CryptoStreamMode.Read))
        using (var d = new StreamReader(c))
            new NetworkCredential("user", d.ReadToEnd(), "domain");
    }
    void BadSent() { using (var t = new TcpClient("host", 80)) using (var s = new StreamReader(t.GetStream())) new NetworkCredential("user", s.ReadLine()); } // finds password-sent-in-the-clear
    void GoodSent(Aes a) { using (var t = new TcpClient("host", 80)) using (var s = new StreamReader(new CryptoStream(t.GetStream(), a.CreateDecryptor(), CryptoStreamMode.Read))) new NetworkCredential("user", s.ReadLine()); }

    void BadError(HttpResponse r) { try { Run(); } catch (Exception e) { r.Write(e.ToString()); } } // finds error-details-in-response
    void GoodError(HttpResponse r) { try { Run(); } catch (Exception e) { log.LogError(e.ToString()); r.Write("failed"); } }
    void BadTrace(HttpResponse r) { try { Run(); } catch (Exception e) { r.Write(e.StackTrace); } } // finds error-details-in-response
    void GoodTrace(HttpResponse r) { try { Run(); } catch (Exception e) { r.Write(e.GetType().Name); } }
    void BadEnvironment(HttpResponse r) => r.Write(HttpUtility.HtmlEncode(Environment.GetEnvironmentVariable("PATH"))); // finds environment-in-response
    void GoodEnvironment(HttpResponse r) => r.Write(Environment.NewLine);
    void Run() { }
}

using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Security;
using System.Security.Cryptography;
using System.Text;
using System.Web;
using System.Web.SessionState;
using Microsoft.Win32;

class Secrets
{
    public void BadCookie(HttpResponse response, SecureString password)
    {
        response.AppendCookie(new HttpCookie("auth", password.ToString()) { Secure = true, HttpOnly = true }); // finds sensitive-data-in-storage
    }
    public void GoodCookie(HttpResponse response, SecureString password)
    {
        using var hash = SHA512.Create();
        var hashed = hash.ComputeHash(Encoding.UTF8.GetBytes("pepper" + password.ToString()));
        response.AppendCookie(new HttpCookie("auth", BitConverter.ToString(hashed)) { Secure = true, HttpOnly = true });
    }

    public void BadRegistry(SecureString password) { Registry.SetValue("HKEY_CURRENT_USER\\Shop", "auth", password.ToString()); } // finds sensitive-data-in-storage
    public void GoodRegistry(string theme) { Registry.SetValue("HKEY_CURRENT_USER\\Shop", "theme", theme); }

    public void BadSalt(string text)
    {
        using var hash = SHA512.Create();
        Console.WriteLine(hash.ComputeHash(Encoding.UTF8.GetBytes(text + new Random().Next())).Length); // finds insecure-random, predictable-salt
    }
    public void GoodSalt(string text)
    {
        using var hash = SHA512.Create();
        Console.WriteLine(hash.ComputeHash(Encoding.UTF8.GetBytes(text + RandomNumberGenerator.GetInt32(100))).Length);
    }

    public void BadKey()
    {
        using var cipher = Aes.Create();
        cipher.Key = Encoding.UTF8.GetBytes("ABCDEFGHABCDEFGH"); // finds hard-coded-key
        Console.WriteLine(cipher.CreateEncryptor(cipher.Key, cipher.IV));
    }
    public void BadKeyHandedOver(byte[] vector)
    {
        using var cipher = Aes.Create();
        Console.WriteLine(cipher.CreateEncryptor(Encoding.UTF8.GetBytes("ABCDEFGHABCDEFGH"), vector)); // finds hard-coded-key
    }

    public void BadTimeout(HttpSessionState session) { session.Timeout = -1; } // finds endless-session
    public void GoodTimeout(HttpSessionState session) { session.Timeout = 20; }

    public void BadSize(string[] arguments) => Sized(int.Parse(Console.ReadLine()));
    void Sized(object boxed)
    {
        var size = (int)boxed;
        Console.WriteLine(new List<int>(size)); // finds uncontrolled-allocation
    }

    public void BadSearch()
    {
        var process = new Process();
        process.StartInfo.FileName = "report.exe"; // finds command-without-path
        process.Start();
    }
    public void GoodSearch()
    {
        var process = new Process();
        process.StartInfo.FileName = "C:\\shop\\report.exe";
        process.Start();
    }

    int spare; // finds unused-field
    int used;
    public int Used() => used;

    public bool BadType(object other) => other.GetType().Name == "Secrets"; // finds class-compared-by-name
    public bool GoodType(object other) => other.GetType() == typeof(Secrets);
}

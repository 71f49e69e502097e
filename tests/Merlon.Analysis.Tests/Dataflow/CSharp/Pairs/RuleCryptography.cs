using System;
using System.Data.SqlClient;
using System.Net;
using System.Security.Cryptography;
using System.Text;

class RuleCryptography
{
    void BadDes() => new DESCryptoServiceProvider(); // finds weak-cipher
    void GoodAes() => Aes.Create();
    void BadTriple(byte[] k, byte[] v) => TripleDES.Create().CreateEncryptor(k, v); // finds weak-cipher
    void GoodEncryptor(byte[] k, byte[] v) => Aes.Create().CreateEncryptor(k, v);
    void BadMode(byte[] k) { var a = Aes.Create(); a.Mode = CipherMode.ECB; a.CreateEncryptor(); } // finds weak-cipher
    void GoodMode(byte[] k) { var a = Aes.Create(); a.Mode = CipherMode.CBC; a.CreateEncryptor(); }
    void BadHash(byte[] d) => MD5.Create().ComputeHash(d); // finds weak-hash
    void GoodHash(byte[] d) => SHA256.Create().ComputeHash(d);
    void BadSha(byte[] d) => SHA1.HashData(d); // finds weak-hash
    void GoodSha(byte[] d) => SHA512.HashData(d);
    void BadRandom() => new Random().Next(); // finds insecure-random
    void GoodRandom() => RandomNumberGenerator.GetInt32(10);
    void BadKeySize() => new RSACryptoServiceProvider(1024); // finds short-key
    void GoodKeySize() => new RSACryptoServiceProvider(2048);
    void BadPassword() => new NetworkCredential("user", "Passw0rd"); // finds hard-coded-password
    void GoodPassword() => new NetworkCredential("user", Environment.GetEnvironmentVariable("PASSWORD"));
    void BadConnection() => new SqlConnection("Data Source=db;User ID=sa;Password=secret"); // finds hard-coded-password
    void GoodConnection() => new SqlConnection("Data Source=db;Integrated Security=true");
    void BadKey(byte[] d) { var a = Aes.Create(); a.Key = Encoding.UTF8.GetBytes("0123456789abcdef"); } // finds hard-coded-key
    void GoodKey(byte[] d) { var a = Aes.Create(); a.Key = Encoding.UTF8.GetBytes(Environment.GetEnvironmentVariable("KEY")); }
}

class FilledSalts
{
    byte[] BadSalt(string password) => System.Security.Cryptography.Rfc2898DeriveBytes.Pbkdf2(password, Empty(), 100_000, System.Security.Cryptography.HashAlgorithmName.SHA512, 32); // finds constant-salt
    byte[] GoodSalt(string password) => System.Security.Cryptography.Rfc2898DeriveBytes.Pbkdf2(password, Filled(), 100_000, System.Security.Cryptography.HashAlgorithmName.SHA512, 32);
    static byte[] Empty() => new byte[16];
    static byte[] Filled()
    {
        byte[] salt = new byte[16];
        using var random = System.Security.Cryptography.RandomNumberGenerator.Create();
        random.GetNonZeroBytes(salt);
        return salt;
    }
}

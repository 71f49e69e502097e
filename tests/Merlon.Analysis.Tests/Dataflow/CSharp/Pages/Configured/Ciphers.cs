using System.Configuration;
using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;

namespace Configured;

public class Ciphers(IConfiguration configuration)
{
    public SymmetricAlgorithm Bad() => SymmetricAlgorithm.Create(configuration["Ciphers:Files"]); // finds weak-cipher
    public SymmetricAlgorithm Good() => SymmetricAlgorithm.Create(configuration["Ciphers:Mails"]);
    public SymmetricAlgorithm Unknown() => SymmetricAlgorithm.Create(configuration["Ciphers:Pictures"]);
    public HashAlgorithm BadSigned() => HashAlgorithm.Create(configuration.GetValue<string>("Signature")); // finds weak-hash
    public HashAlgorithm BadDigest() => HashAlgorithm.Create(ConfigurationManager.AppSettings["digest"]); // finds weak-hash
    public HashAlgorithm GoodDigest() => HashAlgorithm.Create(ConfigurationManager.AppSettings["digestOfFiles"]);
    public HashAlgorithm BadInBranch() => ConfigurationManager.AppSettings["digest"] == "SHA256" ? MD5.Create() : null; // finds weak-hash
}

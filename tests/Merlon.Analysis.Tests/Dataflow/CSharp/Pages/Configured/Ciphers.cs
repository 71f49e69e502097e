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
    public SymmetricAlgorithm BadSection() => SymmetricAlgorithm.Create(configuration.GetSection("Ciphers")["Files"]); // finds weak-cipher
    public SymmetricAlgorithm GoodSection() => SymmetricAlgorithm.Create(configuration.GetSection("Ciphers")["Mails"]);
    public SymmetricAlgorithm BadInner() { var section = configuration.GetRequiredSection("Ciphers").GetSection("Files"); return SymmetricAlgorithm.Create(section.Value); } // finds weak-cipher
    public SymmetricAlgorithm GoodInner() { var section = configuration.GetRequiredSection("Ciphers").GetSection("Mails"); return SymmetricAlgorithm.Create(section.Value); }
    public HashAlgorithm BadDefault() => HashAlgorithm.Create(configuration.GetValue("Unset", "MD5")); // finds weak-hash
    public HashAlgorithm GoodDefault() => HashAlgorithm.Create(configuration.GetValue("Unset", "SHA256"));
}

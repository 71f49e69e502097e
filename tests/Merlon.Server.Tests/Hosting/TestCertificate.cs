using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Merlon.Server.Hosting;

namespace Merlon.Server.Tests.Hosting;

/// <summary>A certificate made for one test.</summary>
static class TestCertificate
{
    /// <summary>Writes certificate and key into the folder.</summary>
    public static TlsOptions Write(string folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var files = new TlsOptions(Path.Combine(folder, "certificate.pem"), Path.Combine(folder, "key.pem"));
        File.WriteAllText(files.Certificate, certificate.ExportCertificatePem());
        File.WriteAllText(files.Key, key.ExportPkcs8PrivateKeyPem());
        return files;
    }
}

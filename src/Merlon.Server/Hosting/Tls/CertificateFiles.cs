using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Merlon.Server.Hosting.Tls;

/// <summary>The server's certificate, read from its files again after they were renewed, without a restart.</summary>
sealed class CertificateFiles(TlsOptions files, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan LookedAtEvery = TimeSpan.FromMinutes(1);
    private readonly Lock _gate = new();
    private X509Certificate2? _current;
    private DateTime _version;
    private DateTimeOffset _lookedAt;

    /// <summary>The certificate to show. A renewal that cannot be read leaves the one before in use.</summary>
    public X509Certificate2 Current()
    {
        lock (_gate)
        {
            if (_current is not null && time.GetUtcNow() - _lookedAt < LookedAtEvery) return _current;
            _lookedAt = time.GetUtcNow();
            var version = Version();
            if (_current is not null && version == _version) return _current;
            try
            {
                (_current, _version) = (Load(files), version);
            }
            catch (Exception unreadable) when (_current is not null && unreadable is CryptographicException or IOException)
            {
                return _current!;
            }
            return _current;
        }
    }

    /// <summary>What is wrong with the files, in words that follow the setting's name; null when they serve.</summary>
    public static string? Problem(TlsOptions files)
    {
        if (!File.Exists(files.Certificate) || !File.Exists(files.Key)) return null; // Each is already told of by itself.
        try
        {
            using var certificate = Load(files);
            return null;
        }
        catch (CryptographicException unreadable)
        {
            return $"cannot be used: {unreadable.Message.TrimEnd('.')}";
        }
    }

    public void Dispose() => _current?.Dispose();

    private static X509Certificate2 Load(TlsOptions files) => X509Certificate2.CreateFromPemFile(files.Certificate, files.Key);

    private DateTime Version() => new[] { File.GetLastWriteTimeUtc(files.Certificate), File.GetLastWriteTimeUtc(files.Key) }.Max();
}

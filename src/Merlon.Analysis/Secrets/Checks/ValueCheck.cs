using System.Collections.Immutable;

namespace Merlon.Analysis.Secrets.Checks;

/// <summary>A test that only real values of a kind pass: a checksum, or a structure inside.</summary>
/// <param name="Name">As the kinds' files name it.</param>
internal sealed record ValueCheck(string Name, Func<string, bool> Passes)
{
    public static ImmutableArray<ValueCheck> All { get; } =
    [
        new("github-crc32", TokenChecksums.GitHub),
        new("grafana-crc32", TokenChecksums.Grafana),
        new("aws-key-id", AwsKeyId.IsOne),
        new("macaroon", Macaroon.IsOne),
        new("jwt", JsonWebToken.IsLive),
        new("base58", Base58Check.IsOne),
    ];

    public static ValueCheck? Find(string name) => All.FirstOrDefault(c => c.Name == name);
}

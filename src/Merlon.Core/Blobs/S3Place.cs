using Amazon;
using Amazon.Runtime;
using Amazon.S3;

namespace Merlon.Core.Blobs;

/// <summary>Where in S3 blobs are kept: <c>s3://bucket/prefix</c>.</summary>
/// <param name="Prefix">Empty, or ends with a slash.</param>
public sealed record S3Place(string Bucket, string Prefix)
{
    /// <summary>The address of a store that is not Amazon's; Amazon's own if null.</summary>
    public string? Endpoint { get; init; }
    public string? Region { get; init; }
    public string? AccessKey { get; init; }
    public string? SecretKey { get; init; }

    /// <summary>
    /// Reads <c>s3://bucket/prefix</c>. Endpoint, region and keys come from the variables that every S3 tool reads:
    /// <c>AWS_ENDPOINT_URL_S3</c> or <c>AWS_ENDPOINT_URL</c>, <c>AWS_REGION</c>, <c>AWS_ACCESS_KEY_ID</c>, <c>AWS_SECRET_ACCESS_KEY</c>.
    /// </summary>
    /// <exception cref="FormatException">It is no such address.</exception>
    public static S3Place Parse(string text, Func<string, string?> environment)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme != "s3" || url.Host.Length == 0)
            throw new FormatException($"'{text}' is no blob store: write s3://bucket or s3://bucket/prefix.");
        var prefix = Uri.UnescapeDataString(url.AbsolutePath).Trim('/');
        return new(url.Host, prefix.Length == 0 ? "" : prefix + "/")
        {
            Endpoint = environment("AWS_ENDPOINT_URL_S3") ?? environment("AWS_ENDPOINT_URL"),
            Region = environment("AWS_REGION") ?? environment("AWS_DEFAULT_REGION"),
            AccessKey = environment("AWS_ACCESS_KEY_ID"),
            SecretKey = environment("AWS_SECRET_ACCESS_KEY"),
        };
    }

    /// <summary>A client for it; without keys, the SDK's own chain (profile, instance role) finds them.</summary>
    public IAmazonS3 Client()
    {
        // Stores other than Amazon's know paths, not host names per bucket, and not every one knows the newer checksums.
        var config = new AmazonS3Config
        {
            ForcePathStyle = Endpoint is not null,
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (Endpoint is not null) (config.ServiceURL, config.AuthenticationRegion) = (Endpoint, Region ?? "us-east-1");
        else if (Region is not null) config.RegionEndpoint = RegionEndpoint.GetBySystemName(Region);
        return AccessKey is not null && SecretKey is not null ? new AmazonS3Client(new BasicAWSCredentials(AccessKey, SecretKey), config) : new AmazonS3Client(config);
    }
}

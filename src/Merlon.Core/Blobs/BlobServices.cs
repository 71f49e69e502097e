using Merlon.Core.Jobs;
using Merlon.Core.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Merlon.Core.Blobs;

/// <summary>Puts the blob store that the options name into a container.</summary>
internal static class BlobServices
{
    public static IServiceCollection AddBlobs(this IServiceCollection services) => services
        .AddSingleton<IBlobStore>(provider => Make(provider.GetRequiredService<StorageOptions>(), provider.GetRequiredService<TimeProvider>()))
        .AddScoped<IBlobOwner, ModelBlobOwner>().AddScoped<IBlobOwner, JobPayloadBlobs>()
        .AddScoped<IRecurringWork, BlobSweeper>();

    private static IBlobStore Make(StorageOptions options, TimeProvider time)
    {
        if (options.Blobs is not { } address) return new FileBlobStore(options.BlobsFolder, time);
        var place = S3Place.Parse(address, Environment.GetEnvironmentVariable);
        return new S3BlobStore(place.Client(), place, time);
    }
}

using System.Buffers;

namespace Merlon.Packages.Advisories;

/// <summary>One growing buffer, used again for every entry of an archive, so that a million entries cost no garbage.</summary>
sealed class EntryBuffer(int limit) : IDisposable
{
    byte[] bytes = ArrayPool<byte>.Shared.Rent(1 << 16);

    public int Limit => limit;

    /// <summary>The whole content, valid until the next call; null when it is larger than the limit. The stated size is not believed.</summary>
    public ReadOnlyMemory<byte>? Fill(Stream content)
    {
        var length = 0;
        int read;
        while ((read = content.Read(bytes, length, bytes.Length - length)) > 0)
        {
            length += read;
            if (length > limit) return null;
            if (length == bytes.Length) Grow();
        }
        return bytes.AsMemory(0, length);
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(bytes);

    void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(bytes.Length * 2);
        bytes.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }
}

using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace Merlon.Bench.Servers;

/// <summary>Source code of the size of a kernel's, always the same: made of words at random, so that it compresses about as code does.</summary>
static class GeneratedTree
{
    private const int Folders = 400;
    private static readonly string[] Words =
    [
        "static", "int", "struct", "return", "if", "for", "device", "buffer", "length", "offset", "status", "register", "value", "mask", "lock", "queue", "page", "list", "node", "error",
        "copyright", "license", "driver", "write", "read", "probe", "remove", "init", "exit", "flags", "handle", "request", "memory", "cache", "table", "index", "count", "state", "event", "timer",
    ];

    /// <summary>An archive of <paramref name="bytes"/> unpacked, in <paramref name="files"/> files.</summary>
    public static void Write(string path, long bytes, int files)
    {
        var random = new Random(20_261);
        using var tar = new TarWriter(new GZipStream(File.Create(path), CompressionLevel.Fastest));
        for (var n = 0; n < files; n++)
        {
            var name = files == 1 ? "all.txt" : $"linux/part{n % Folders}/file{n}.{(n % 5 == 0 ? "h" : "c")}";
            using var content = new CodeStream(random, bytes / files);
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name) { DataStream = content, ModificationTime = DateTimeOffset.UnixEpoch });
        }
    }

    /// <summary>Lines of made-up code, never held whole.</summary>
    private sealed class CodeStream(Random random, long length) : Stream
    {
        private byte[] _line = [];
        private int _at;

        public override bool CanRead => true;
        public override bool CanSeek => true;
        public override bool CanWrite => false;
        public override long Length => length;
        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var left = (int)Math.Min(count, length - Position);
            for (var done = 0; done < left;)
            {
                if (_at == _line.Length) (_line, _at) = (Line(), 0);
                var some = Math.Min(left - done, _line.Length - _at);
                _line.AsSpan(_at, some).CopyTo(buffer.AsSpan(offset + done));
                (_at, done) = (_at + some, done + some);
            }
            Position += left;
            return left;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private byte[] Line()
        {
            var line = new StringBuilder(new string('\t', random.Next(4)));
            for (var word = random.Next(2, 9); word > 0; word--) line.Append(Words[random.Next(Words.Length)]).Append(random.Next(3) == 0 ? $"_{random.Next(10_000)} " : " ");
            return Encoding.ASCII.GetBytes(line.Append(";\n").ToString());
        }
    }
}

using System.Globalization;
using System.Text.Json;

namespace Merlon.Analysis.Sarif;

/// <summary>The bounds of a foreign log.</summary>
public sealed record SarifLimits
{
    public long Bytes { get; init; } = 256L << 20;
    public int Results { get; init; } = 1_000_000;
    public int FlowSteps { get; init; } = 1000;
}

/// <summary>A log that cannot be taken; the message is for the person who sent it.</summary>
public sealed class SarifException(string message) : Exception(message);

/// <summary>Reads the findings out of another tool's SARIF 2.1.0 log. Results that passed, do not apply or are suppressed are left out.</summary>
public sealed class SarifReader(SarifLimits limits)
{
    /// <exception cref="SarifException">No SARIF 2.1.0, or past a limit.</exception>
    public IReadOnlyList<Finding> Read(Stream log)
    {
        using var document = Parse(log);
        if (document.RootElement.Text("version") is not { } version || !version.StartsWith("2.1")) throw new SarifException("The file is not a SARIF 2.1.0 log.");
        var findings = new List<Finding>();
        foreach (var run in document.RootElement.Items("runs"))
        {
            var rules = new SarifRun(run, limits);
            foreach (var result in run.Items("results"))
            {
                if (findings.Count == limits.Results) throw new SarifException($"The log holds more than {limits.Results.ToString("N0", CultureInfo.InvariantCulture)} results.");
                if (rules.Finding(result) is { } finding) findings.Add(finding);
            }
        }
        return findings;
    }

    JsonDocument Parse(Stream log)
    {
        try
        {
            return JsonDocument.Parse(new LimitedStream(log, limits.Bytes), new JsonDocumentOptions { MaxDepth = 64 });
        }
        catch (JsonException e)
        {
            throw new SarifException($"The file is not JSON: {e.Message}");
        }
    }

    /// <summary>Ends in an error, not in silence, when there is more than the limit.</summary>
    sealed class LimitedStream(Stream inner, long limit) : Stream
    {
        long read;

        public override int Read(Span<byte> buffer)
        {
            var count = inner.Read(buffer);
            read += count;
            return read <= limit ? count : throw new SarifException($"The log is larger than {limit.ToString("N0", CultureInfo.InvariantCulture)} bytes.");
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => read; set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

using Merlon.Analysis;

namespace Merlon.Scanning;

/// <summary>One line on a terminal's standard error that says how far a scan is; nothing in a pipe.</summary>
sealed class ScanProgress(TimeProvider time) : IProgress<CodeScanProgress>, IDisposable
{
    private readonly StatusLine _line = new(time);

    public void Report(CodeScanProgress value) => _line.Show($"{value.Stage} {value.Done:N0}{(value.Total > 0 ? $" of {value.Total:N0}" : "")}");

    public void Dispose() => _line.Dispose();
}

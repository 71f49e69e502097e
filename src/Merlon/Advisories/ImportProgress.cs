namespace Merlon.Advisories;

/// <summary>One line on a terminal's standard error that says how far an import is; nothing in a pipe.</summary>
sealed class ImportProgress(TimeProvider time) : IDisposable
{
    private readonly StatusLine _line = new(time);

    /// <summary>The progress of one file or folder.</summary>
    public IProgress<long> Of(string path) => new Reading(_line, Path.GetFileName(Path.TrimEndingDirectorySeparator(path)));

    public void Dispose() => _line.Dispose();

    private sealed class Reading(StatusLine line, string name) : IProgress<long>
    {
        public void Report(long value) => line.Show($"{name}: {value:N0} advisories");
    }
}

namespace Merlon.Analysis.Trees;

/// <summary>Measures a folder while another program writes into it, and stops that program when the folder passes its limits.</summary>
sealed class FolderWatch(string folder, ExpansionLimits limits, IProgress<ExpansionProgress>? progress)
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <exception cref="ExpansionRefusedException">The folder has passed its limits; the work was stopped.</exception>
    public async Task<T> While<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var running = work(stop.Token);
        while (await Task.WhenAny(running, Task.Delay(Interval, ct)) != running && !ct.IsCancellationRequested)
        {
            if (WhatIsTooMuch() is not { } refusal) continue;
            await stop.CancelAsync();
            await Task.WhenAny(running);
            throw refusal;
        }
        var result = await running;
        return WhatIsTooMuch() is { } late ? throw late : result;
    }

    public (long Files, long Bytes) Measure()
    {
        var (files, bytes) = (0L, 0L);
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }))
        {
            files++;
            bytes += Size(file);
        }
        progress?.Report(new(files, bytes, ""));
        return (files, bytes);
    }

    ExpansionRefusedException? WhatIsTooMuch() => Measure() switch
    {
        var (files, _) when files > limits.Entries => new("too-many-entries", $"The repository holds more than {limits.Entries:N0} files."),
        var (_, bytes) when bytes > limits.TotalBytes => new("too-large", $"The repository is larger than {limits.TotalBytes:N0} bytes."),
        _ => null,
    };

    /// <summary>0 for a file that is gone again: git renames what it has received.</summary>
    static long Size(FileInfo file)
    {
        try
        {
            return file.Length;
        }
        catch (FileNotFoundException)
        {
            return 0;
        }
    }
}

namespace Merlon.Reports;

/// <summary>Where a report goes: standard output, or a file that appears whole or not at all.</summary>
static class ReportOutput
{
    public static async Task Write(string? file, Func<Stream, Task> write)
    {
        if (file is null)
        {
            await using var output = new BufferedStream(Console.OpenStandardOutput(), 64 * 1024);
            await write(output);
            return;
        }
        var whole = Path.GetFullPath(file);
        if (!Directory.Exists(Path.GetDirectoryName(whole))) throw new InputException($"The folder of '{file}' does not exist.");
        var partial = $"{whole}.partial";
        try
        {
            await using (var output = File.Create(partial)) await write(output);
            File.Move(partial, whole, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }
}

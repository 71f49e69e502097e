namespace Merlon.Analysis.Evidence;

/// <summary>The engine's rules, as YAML files embedded in this assembly.</summary>
internal static class DataFile
{
    public static string Read(string name)
    {
        using var stream = typeof(DataFile).Assembly.GetManifestResourceStream($"evidence/{name}.yaml")
            ?? throw new InvalidOperationException($"The assembly lacks {name}.yaml.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

namespace Merlon.Analysis.Manifests.PyPi;

/// <summary>METADATA and PKG-INFO (packaging.python.org/specifications/core-metadata): name, version and licence of one package.</summary>
static class PythonMetadata
{
    const int MaxLines = 5000;

    public static (string? Purl, IReadOnlyList<string> Licenses) Read(TextReader text)
    {
        var (name, version) = ("", (string?)null);
        var licenses = new List<string>();
        var expression = false;
        for (var i = 0; i < MaxLines && text.ReadLine() is { Length: > 0 } line; i++)
        {
            if (char.IsWhiteSpace(line[0]) || line.IndexOf(':') is not (> 0 and var colon)) continue;
            var value = line[(colon + 1)..].Trim();
            switch (line[..colon])
            {
                case "Name": name = value; break;
                case "Version": version = value; break;
                case "License-Expression": (licenses, expression) = ([value], true); break;
                case "License" when !expression && value is not ("" or "UNKNOWN"): licenses.Add(value); break;
                case "Classifier" when !expression && value.StartsWith("License :: "): licenses.Add(value); break;
            }
        }
        return (PackageUrls.PyPi(name, version), licenses);
    }
}

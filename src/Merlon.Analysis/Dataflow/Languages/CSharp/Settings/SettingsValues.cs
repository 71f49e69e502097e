using System.Text.Json;
using System.Xml;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Settings;

/// <summary>
/// What settings files say under which key, as code asks for it: <c>Mail:Host</c> of <c>appsettings.json</c>, the keys of <c>appSettings</c> in
/// <c>web.config</c> and <c>app.config</c>, and connection strings under <c>ConnectionStrings:</c> and their name. Secrets are left out: they are told where they stand.
/// </summary>
static class SettingsValues
{
    const int MostEntries = 10_000;

    static readonly JsonDocumentOptions Reading = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 64 };

    /// <summary>Null for a file that no application could load.</summary>
    public static ResourceFile? Read(SourceFile file)
    {
        var entries = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        try
        {
            using var text = new MemoryStream(file.Text.ToArray());
            if (file.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)) ReadJson(text, entries);
            else ReadXml(text, entries);
        }
        catch (Exception error) when (error is JsonException or XmlException)
        {
            return null;
        }
        foreach (var secret in entries.Where(e => SecretSetting.IsOne(e.Key, e.Value)).Select(e => e.Key).ToList()) entries.Remove(secret);
        return entries.Count == 0 ? null : new ResourceFile(file.Path, () => entries);
    }

    static void ReadJson(Stream text, Dictionary<string, string> entries)
    {
        using var document = JsonDocument.Parse(text, Reading);
        Flatten("", document.RootElement, entries);
    }

    static void Flatten(string path, JsonElement element, Dictionary<string, string> entries)
    {
        if (entries.Count >= MostEntries) return;
        if (element.ValueKind == JsonValueKind.Object)
            foreach (var member in element.EnumerateObject()) Flatten(path.Length == 0 ? member.Name : $"{path}:{member.Name}", member.Value, entries);
        else if (element.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False) entries[path] = element.ToString();
    }

    static void ReadXml(Stream text, Dictionary<string, string> entries)
    {
        using var reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        var section = "";
        while (reader.Read() && entries.Count < MostEntries)
        {
            if (reader.NodeType != XmlNodeType.Element || reader.Depth > 2) continue;
            if (reader.Depth == 1) section = reader.LocalName;
            else if (reader is { Depth: 2, LocalName: "add" } && section == "appSettings" && reader.GetAttribute("key") is { } key) entries[key] = reader.GetAttribute("value") ?? "";
            else if (reader is { Depth: 2, LocalName: "add" } && section == "connectionStrings" && reader.GetAttribute("name") is { } name) entries[$"ConnectionStrings:{name}"] = reader.GetAttribute("connectionString") ?? "";
        }
    }
}

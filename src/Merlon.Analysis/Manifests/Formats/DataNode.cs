namespace Merlon.Analysis.Manifests.Formats;

/// <summary>A value read from JSON, YAML or TOML: a scalar, a list or a map. Asking for what is not there gives <see cref="Missing"/>,
/// so that a path into a document needs no test at each step.</summary>
sealed class DataNode
{
    // Before Missing, whose making needs it.
    static readonly OrderedDictionary<string, DataNode> NoFields = [];

    public static readonly DataNode Missing = new();

    /// <summary>The scalar as written; null for a list, a map, a null and what is missing.</summary>
    public string? Text { get; init; }

    public IReadOnlyList<DataNode> Items { get; init; } = [];

    /// <summary>In the order of the document; of a key that repeats, the last.</summary>
    public IReadOnlyDictionary<string, DataNode> Fields { get; init; } = NoFields;

    public DataNode this[string key] => Fields.TryGetValue(key, out var found) ? found : Missing;

    public bool Exists => this != Missing;
    public bool IsMap => Fields != NoFields;
    public bool IsTrue => Text == "true";

    /// <summary>The texts of a list, or of a single scalar.</summary>
    public IEnumerable<string> Texts => Text is { } single ? [single] : Items.Select(i => i.Text).OfType<string>();
}

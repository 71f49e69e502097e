using System.Collections.Immutable;
using System.Text.Json;
using Merlon.Core.Outcomes;
using Merlon.Nodes;
using Merlon.Nodes.Transports;

namespace Merlon.Core.Nodes;

/// <summary>What a node must satisfy; every error is reported under the field's name on the wire.</summary>
public static class NodeRules
{
    /// <summary>Longest name, address, user name or id.</summary>
    public const int MaxName = 255;

    /// <summary>Longest description, password or JSON.</summary>
    public const int MaxText = 64 * 1024;

    /// <summary>What a new node must have: a name.</summary>
    public static ImmutableArray<FieldError> CheckNew(NodeDraft draft) =>
        draft.Name is null ? [new FieldError("name", "A name is required."), .. Check(draft)] : Check(draft);

    /// <summary>What the fields that are given must satisfy.</summary>
    public static ImmutableArray<FieldError> Check(NodeDraft draft)
    {
        var errors = ImmutableArray.CreateBuilder<FieldError>();
        if (draft.Name is { } name && string.IsNullOrWhiteSpace(name.Value)) errors.Add(new("name", "A name cannot be empty."));
        if (draft.NodeType is { } type && !NodeCodes.Types.ContainsKey(type.Value))
            errors.Add(new("node_type", $"'{type.Value}' is no node type; use one of {string.Join(", ", NodeCodes.Types.Keys.Order(StringComparer.Ordinal))}."));
        if (draft.Medium is { Value: { } medium } && !Enum.IsDefined((MediumType)medium))
            errors.Add(new("medium_type", $"{medium} is no medium type; use one of {string.Join(", ", Enum.GetValues<MediumType>().Select(m => (int)m))}."));
        if (draft.MediumPort is { Value: < 1 or > 65535 }) errors.Add(new("medium_port", "A port is a number from 1 to 65535."));
        if (draft.ScanOptions is { } options && ScanOptionsError(options.Value) is { } error) errors.Add(new("scan_options", error));
        errors.AddRange(TooLong(draft));
        return errors.ToImmutable();
    }

    private static string? ScanOptionsError(string json)
    {
        if (json.Length > MaxText) return $"At most {MaxText} characters are allowed.";
        try
        {
            using var options = JsonDocument.Parse(json);
            return NodeScanOptionsReader.TryRead(options.RootElement, out _, out var error) ? null : error;
        }
        catch (JsonException)
        {
            return "Scan options are a JSON object.";
        }
    }

    private static IEnumerable<FieldError> TooLong(NodeDraft draft)
    {
        (string Field, Given<string>? Value, int Max)[] texts =
        [
            ("name", draft.Name, MaxName), ("external_id", draft.ExternalId, MaxName), ("short_description", draft.ShortDescription, MaxName),
            ("mac_address", draft.MacAddress, MaxName), ("ip_address", draft.IpAddress, MaxName), ("medium_hostname", draft.MediumHostName, MaxName),
            ("medium_username", draft.MediumUserName, MaxName), ("description", draft.Description, MaxText), ("medium_password", draft.MediumPassword, MaxText),
            ("alternate_password", draft.AlternatePassword, MaxText), ("medium_info", draft.MediumInfo, MaxText),
        ];
        return texts.Where(t => t.Value is { } given && given.Value.Length > t.Max).Select(t => new FieldError(t.Field, $"At most {t.Max} characters are allowed."));
    }
}

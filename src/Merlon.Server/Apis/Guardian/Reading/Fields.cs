using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Merlon.Core.Outcomes;

namespace Merlon.Server.Apis.Guardian.Reading;

/// <summary>
/// The fields of a request, from whichever of the forms it came in (<see cref="FieldSource"/>). Asking for a field that cannot be read as
/// asked notes an error; unknown fields are nobody's business. A field given as null counts as given empty, as the document says.
/// </summary>
sealed class Fields(JsonElement values)
{
    private readonly ImmutableArray<FieldError>.Builder _errors = ImmutableArray.CreateBuilder<FieldError>();

    private readonly List<(string Name, FieldKind Kind)> _asked = [];

    /// <summary>What was asked for so far, whether it was there or not.</summary>
    public IReadOnlyList<(string Name, FieldKind Kind)> Asked => _asked;

    /// <summary>What could not be read so far.</summary>
    public ImmutableArray<FieldError> Errors => _errors.ToImmutable();

    /// <summary>Text; numbers are taken as they are written.</summary>
    public Given<string>? Text(string name)
    {
        if (Find(name, FieldKind.Text) is not { } value) return null;
        var text = value.ValueKind switch
        {
            JsonValueKind.Null => "",
            JsonValueKind.String => Decoded(value),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        if (text?.Contains('\0', StringComparison.Ordinal) == true) text = null;
        return text is null ? Wrong<string>(name, "Text is expected.") : new Given<string>(text);
    }

    /// <summary>A whole number, also written as text; empty is none.</summary>
    public Given<long?>? Number(string name)
    {
        if (Find(name, FieldKind.Number) is not { } value) return null;
        var text = value.ValueKind switch { JsonValueKind.Null => "", JsonValueKind.String => Decoded(value)?.Trim(), JsonValueKind.Number => value.GetRawText(), _ => null };
        if (text is "") return new Given<long?>(null);
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? new Given<long?>(number) : Wrong<long?>(name, "A whole number is expected.");
    }

    /// <summary>A whole number of 32 bits.</summary>
    public Given<int?>? Small(string name) => Number(name) switch
    {
        null => null,
        { Value: null } => new Given<int?>(null),
        { Value: >= int.MinValue and <= int.MaxValue } given => new Given<int?>((int)given.Value.Value),
        _ => Wrong<int?>(name, "A smaller number is expected."),
    };

    /// <summary>Yes or no: true, false, 1, 0, t, f; empty is no.</summary>
    public Given<bool>? Flag(string name)
    {
        if (Find(name, FieldKind.Flag) is not { } value) return null;
        var text = value.ValueKind == JsonValueKind.String ? Decoded(value) : value.GetRawText();
        return text?.ToLowerInvariant() switch
        {
            "true" or "t" or "1" or "yes" => new Given<bool>(true),
            "false" or "f" or "0" or "no" or "" or "null" => new Given<bool>(false),
            _ => Wrong<bool>(name, "true or false is expected."),
        };
    }

    /// <summary>JSON of any shape, as its text; empty is an empty object.</summary>
    public Given<string>? Document(string name)
    {
        if (Find(name, FieldKind.Document) is not { } value) return null;
        return DocumentText(value) is { } text && KeptJson.CanBe(text)
            ? new Given<string>(text)
            : Wrong<string>(name, $"JSON is expected that holds nothing but text and is nested no deeper than {KeptJson.MaxDepth} levels.");
    }

    private static string? DocumentText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "{}",
        JsonValueKind.String => Decoded(value) switch { null => null, "" => "{}", var text => FieldSource.IsObject(text) ? text : JsonSerializer.Serialize(text) },
        _ => value.GetRawText(),
    };

    private JsonElement? Find(string name, FieldKind kind)
    {
        _asked.Add((name, kind));
        return values.ValueKind == JsonValueKind.Object && values.TryGetProperty(name, out var value) ? value : null;
    }

    // Half a surrogate pair can be written as an escape but is no text.
    private static string? Decoded(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private Given<T>? Wrong<T>(string name, string error)
    {
        _errors.Add(new(name, error));
        return null;
    }
}

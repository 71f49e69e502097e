using System.Collections.Immutable;
using System.Text.Json;
using Merlon.Packages;
using Merlon.Packages.Advisories;

namespace Merlon.Core.Advisories;

/// <summary>
/// Reads of a kept advisory what matching asks: ids, summary, severities and what is affected. Dates, references and weaknesses are stepped
/// over, texts that most advisories share are made once. Matching a large bill reads hundreds of thousands.
/// </summary>
internal sealed class MatchingForm
{
    private readonly TextPool _texts = new();
    private readonly Item<string> _text;
    private readonly Item<AdvisorySeverity> _severity;
    private readonly Item<AffectedPackage> _affected;
    private readonly Item<AffectedRange> _range;
    private readonly Item<RangeEvent> _event;

    public MatchingForm() => (_text, _severity, _affected, _range, _event) = (Text, Severity, Affected, Range, Event);

    private delegate T Item<out T>(ref Utf8JsonReader json);

    /// <summary>The advisory in the form of <see cref="AdvisoryForm"/>; safe for several threads.</summary>
    public Advisory Read(ReadOnlySpan<byte> document)
    {
        var json = new Utf8JsonReader(document);
        json.Read();
        string id = "", summary = "";
        string? databaseSeverity = null;
        DateTimeOffset modified = default;
        DateTimeOffset? withdrawn = null;
        ImmutableArray<string> aliases = [];
        ImmutableArray<AdvisorySeverity> severities = [];
        ImmutableArray<AffectedPackage> affected = [];
        while (Next(ref json))
        {
            if (Is(ref json, "id"u8)) id = json.GetString()!;
            else if (Is(ref json, "aliases"u8)) aliases = List(ref json, _text);
            else if (Is(ref json, "summary"u8)) summary = json.GetString()!;
            else if (Is(ref json, "modified"u8)) modified = json.GetDateTimeOffset();
            else if (Is(ref json, "withdrawn"u8)) withdrawn = json.TokenType == JsonTokenType.Null ? null : json.GetDateTimeOffset();
            else if (Is(ref json, "severities"u8)) severities = List(ref json, _severity);
            else if (Is(ref json, "databaseSeverity"u8)) databaseSeverity = TextOrNull(ref json);
            else if (Is(ref json, "affected"u8)) affected = List(ref json, _affected);
            else Skip(ref json);
        }
        return new() { Id = id, Aliases = aliases, Summary = summary, Modified = modified, Withdrawn = withdrawn, Severities = severities, DatabaseSeverity = databaseSeverity, Affected = affected };
    }

    private AffectedPackage Affected(ref Utf8JsonReader json)
    {
        string ecosystem = "", name = "";
        string? databaseSeverity = null;
        ImmutableArray<AffectedRange> ranges = [];
        ImmutableArray<string> versions = [];
        ImmutableArray<AdvisorySeverity> severities = [];
        while (Next(ref json))
        {
            if (Is(ref json, "ecosystem"u8)) ecosystem = Text(ref json);
            else if (Is(ref json, "name"u8)) name = Text(ref json);
            else if (Is(ref json, "ranges"u8)) ranges = List(ref json, _range);
            else if (Is(ref json, "versions"u8)) versions = List(ref json, _text);
            else if (Is(ref json, "severities"u8)) severities = List(ref json, _severity);
            else if (Is(ref json, "databaseSeverity"u8)) databaseSeverity = TextOrNull(ref json);
            else Skip(ref json);
        }
        return new() { Ecosystem = ecosystem, Name = name, Ranges = ranges, Versions = versions, Severities = severities, DatabaseSeverity = databaseSeverity };
    }

    private AffectedRange Range(ref Utf8JsonReader json)
    {
        var type = default(RangeType);
        ImmutableArray<RangeEvent> events = [];
        while (Next(ref json))
        {
            if (Is(ref json, "type"u8)) type = (RangeType)json.GetInt32();
            else if (Is(ref json, "events"u8)) events = List(ref json, _event);
            else Skip(ref json);
        }
        return new(type, events);
    }

    private RangeEvent Event(ref Utf8JsonReader json)
    {
        var kind = default(RangeEventKind);
        var version = "";
        while (Next(ref json))
        {
            if (Is(ref json, "kind"u8)) kind = (RangeEventKind)json.GetInt32();
            else if (Is(ref json, "version"u8)) version = Text(ref json);
            else Skip(ref json);
        }
        return new(kind, version);
    }

    private AdvisorySeverity Severity(ref Utf8JsonReader json)
    {
        string type = "", score = "";
        while (Next(ref json))
        {
            if (Is(ref json, "type"u8)) type = Text(ref json);
            else if (Is(ref json, "score"u8)) score = Text(ref json);
            else Skip(ref json);
        }
        return new(type, score);
    }

    private static ImmutableArray<T> List<T>(ref Utf8JsonReader json, Item<T> read)
    {
        if (json.TokenType != JsonTokenType.StartArray) return [];
        var items = ImmutableArray.CreateBuilder<T>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray) items.Add(read(ref json));
        return items.DrainToImmutable();
    }

    private string Text(ref Utf8JsonReader json) => json.ValueIsEscaped ? json.GetString()! : _texts.Of(json.ValueSpan);

    private string? TextOrNull(ref Utf8JsonReader json) => json.TokenType == JsonTokenType.Null ? null : Text(ref json);

    // From an object's beginning, or a value in it, to the next member's name; false at its end.
    private static bool Next(ref Utf8JsonReader json) => json.Read() && json.TokenType == JsonTokenType.PropertyName;

    // Steps on to the value when the member has that name.
    private static bool Is(ref Utf8JsonReader json, ReadOnlySpan<byte> name) => json.ValueTextEquals(name) && json.Read();

    private static void Skip(ref Utf8JsonReader json)
    {
        json.Read();
        json.Skip();
    }
}

using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Merlon.Core.Events;

/// <summary>
/// Reads the filter language of events: terms joined by <c> AND </c>, each <c>key=value</c>, with <c> OR </c> between values of one key:
/// <c>type=Node Scanned AND environment=Web OR environment=Db AND variables.success=false</c>. Values are not quoted and may hold spaces.
/// Keys are type (once), environment, start, end and variables.NAME.
/// </summary>
public static class EventFilterReader
{
    private const int MaxLength = 10_000;
    private const string VariablePrefix = "variables.";

    /// <summary>Reads a filter; says in words what is wrong with one that cannot be read.</summary>
    public static bool TryRead(string text, DateTimeOffset now, [NotNullWhen(true)] out EventFilter? filter, [NotNullWhen(false)] out string? error)
    {
        filter = new EventFilter();
        error = text.Length > MaxLength ? $"A query has at most {MaxLength} characters." : null;
        foreach (var term in error is null ? text.Split(" AND ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [])
        {
            error = Read(term, out var key, out var values) ?? Take(ref filter, key, values, now);
            if (error is not null) break;
        }
        if (error is not null) filter = null;
        return error is null;
    }

    private static string? Read(string term, out string key, out ImmutableArray<string> values)
    {
        var read = ImmutableArray.CreateBuilder<string>();
        (key, values) = ("", []);
        foreach (var part in term.Split(" OR ", StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0) return $"'{part}' is no key=value.";
            var name = part[..equals].Trim();
            if (key.Length > 0 && name != key) return $"OR stands between values of one key, not between {key} and {name}.";
            key = name;
            read.Add(part[(equals + 1)..].Trim());
        }
        values = read.ToImmutable();
        return null;
    }

    private static string? Take(ref EventFilter filter, string key, ImmutableArray<string> values, DateTimeOffset now)
    {
        switch (key)
        {
            case "type" when filter.Type is null && values.Length == 1: filter = filter with { Type = values[0] }; return null;
            case "type": return "A query names one type.";
            case "environment": filter = filter with { Environments = filter.Environments.AddRange(values) }; return null;
            case "start" or "end" when values.Length == 1 && MomentReader.TryRead(values[0], now, out var moment):
                filter = key == "start" ? filter with { From = moment } : filter with { To = moment };
                return null;
            case "start" or "end": return $"'{values[0]}' is no time: write 2024-05-02, 2024-05-02 12:34:56, now, or 10 days ago.";
            case "group": return "Filtering by node group is not supported yet.";
            case var _ when key.StartsWith(VariablePrefix, StringComparison.Ordinal) && key.Length > VariablePrefix.Length:
                filter = filter with { Variables = filter.Variables.SetItem(key[VariablePrefix.Length..], values) };
                return null;
            default: return $"'{key}' is no key: use type, environment, start, end or variables.NAME.";
        }
    }
}

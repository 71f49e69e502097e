using System.Collections.Immutable;
using System.Globalization;
using Merlon.Core.Outcomes;
using Merlon.Server.Apis.Wire;
using Microsoft.AspNetCore.Http;

namespace Merlon.Server.Apis.Qwiet;

/// <summary>Reads query keys and collects everything that is wrong with them; keys that nobody asks for are ignored.</summary>
sealed class QueryReader(IQueryCollection query)
{
    private readonly ImmutableArray<FieldError>.Builder _errors = ImmutableArray.CreateBuilder<FieldError>();
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    /// <summary>What a query says, or everything that is wrong with it.</summary>
    public static Task<Outcome<T>> Read<T>(IQueryCollection query, Func<QueryReader, T> read)
    {
        var reader = new QueryReader(query);
        var said = read(reader);
        return Task.FromResult(reader.Refusal is { } refusal ? refusal : (Outcome<T>)said);
    }

    /// <summary>The keys that are asked for, for the API's document.</summary>
    public static QueryKeys KeysOf<T>(Func<QueryReader, T> read)
    {
        var reader = new QueryReader(QueryCollection.Empty);
        read(reader);
        return new([.. reader._asked.Order(StringComparer.Ordinal)]);
    }

    /// <summary>What was wrong with what was read so far; null when nothing was.</summary>
    public Refusal? Refusal => _errors.Count == 0 ? null : new Refusal.Invalid(_errors.ToImmutable());

    /// <summary>The values of a key that may repeat; empty ones are left out.</summary>
    public ImmutableArray<string> All(string key)
    {
        _asked.Add(key);
        return [.. query[key].OfType<string>().Where(value => value.Length > 0)];
    }

    /// <summary>The first value, or null.</summary>
    public string? One(string key) => All(key) is [var first, ..] ? first : null;

    /// <summary>A whole number within bounds.</summary>
    public int Number(string key, int otherwise, int least, int most)
    {
        if (One(key) is not { } text) return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        _errors.Add(new(key, $"'{text}' is not a whole number from {least} to {most}."));
        return otherwise;
    }

    /// <summary>A whole number; null when absent.</summary>
    public int? Number(string key) => One(key) is null ? null : Number(key, 0, 1, int.MaxValue);

    /// <summary>Yes or no.</summary>
    public bool Flag(string key) => One(key)?.ToLowerInvariant() switch
    {
        null or "false" or "0" or "no" => false,
        "true" or "1" or "yes" => true,
        var other => Wrong(key, other, "true or false", false),
    };

    /// <summary>One of the words of an enumeration; null when absent.</summary>
    public T? Choice<T>(string key, params ReadOnlySpan<(string Word, T Value)> words) where T : struct
    {
        if (One(key) is not { } text) return null;
        foreach (var (word, value) in words)
            if (word.Equals(text, StringComparison.OrdinalIgnoreCase)) return value;
        return Wrong<T?>(key, text, Words(words), null);
    }

    /// <summary>Pairs <c>key=value</c>, split at the first equals sign.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Pairs(string key)
    {
        var pairs = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        foreach (var text in All(key))
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0) pairs.Add(new(text[..equals], text[(equals + 1)..]));
            else Wrong(key, text, "a pair key=value", 0);
        }
        return pairs.ToImmutable();
    }

    /// <summary>Notes what is wrong with a value.</summary>
    public T Wrong<T>(string key, string text, string expected, T otherwise)
    {
        _errors.Add(new(key, $"'{text}' is not {expected}."));
        return otherwise;
    }

    private static string Words<T>(ReadOnlySpan<(string Word, T Value)> words)
    {
        var names = new List<string>();
        foreach (var (word, _) in words) names.Add(word);
        return $"one of {string.Join(", ", names)}";
    }
}

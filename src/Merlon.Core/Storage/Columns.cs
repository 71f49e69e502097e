using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Merlon.Core.Storage;

/// <summary>How values stand in columns, alike on both engines so that both order and compare alike.</summary>
public static class Columns
{
    /// <summary>An instant as whole microseconds since 1970-01-01 UTC.</summary>
    public static long ToMicroseconds(DateTimeOffset time) => (time.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    /// <inheritdoc cref="ToMicroseconds"/>
    public static DateTimeOffset FromMicroseconds(long value) => DateTimeOffset.UnixEpoch.AddTicks(value * TimeSpan.TicksPerMicrosecond);

    /// <summary>Text folded for comparison: what makes two names "the same name".</summary>
    public static string Fold(string text) => text.Normalize().ToLower(CultureInfo.InvariantCulture);

    /// <summary>A small value kept as a JSON document in a text column.</summary>
    public static PropertyBuilder<T> HasJson<T>(this PropertyBuilder<T> property) =>
        property.HasConversion(
            new ValueConverter<T, string>(value => JsonSerializer.Serialize(value, JsonSerializerOptions.Web), text => JsonSerializer.Deserialize<T>(text, JsonSerializerOptions.Web)!),
            new ValueComparer<T>(
                (a, b) => JsonSerializer.Serialize(a, JsonSerializerOptions.Web) == JsonSerializer.Serialize(b, JsonSerializerOptions.Web),
                value => JsonSerializer.Serialize(value, JsonSerializerOptions.Web).GetHashCode(StringComparison.Ordinal)));

    internal sealed class Microseconds() : ValueConverter<DateTimeOffset, long>(time => ToMicroseconds(time), value => FromMicroseconds(value));

    internal sealed class Hex() : ValueConverter<Guid, string>(id => id.ToString("N"), text => Guid.ParseExact(text, "N"));
}

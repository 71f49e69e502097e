using System.Globalization;
using System.Text.Json.Serialization;

namespace Merlon.Nodes.Snapshots;

/// <summary>What JSON calls the value's type.</summary>
public enum ScalarKind : byte
{
    Null,
    False,
    True,
    Number,
    Text,
}

/// <summary>
/// An attribute's value. Collectors mostly give text, as the product whose trees these are does (<c>"uid": "0"</c>);
/// trees from scripts may hold any JSON scalar, and it is shown again as it came.
/// Invariant: <see cref="Text"/> is what a person would read; of a number it is valid JSON.
/// </summary>
[JsonConverter(typeof(ScalarConverter))]
public readonly record struct Scalar
{
    readonly string? text;

    Scalar(ScalarKind kind, string? text) => (Kind, this.text) = (kind, text);

    public ScalarKind Kind { get; }

    /// <summary>The value as text; empty for null.</summary>
    public string Text => Kind switch
    {
        ScalarKind.Null => "",
        ScalarKind.False => "false",
        ScalarKind.True => "true",
        _ => text ?? "",
    };

    public static Scalar Null => default;

    public static Scalar Of(string? value) => value is null ? Null : new(ScalarKind.Text, Printable.Clean(value));

    public static Scalar Of(bool value) => new(value ? ScalarKind.True : ScalarKind.False, null);

    public static Scalar Of(long value) => new(ScalarKind.Number, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A number kept with the digits it was written with.</summary>
    internal static Scalar OfNumber(string digits) => new(ScalarKind.Number, digits);

    public static implicit operator Scalar(string? value) => Of(value);

    public override string ToString() => Text;
}

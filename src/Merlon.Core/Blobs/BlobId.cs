using System.Buffers;
using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Merlon.Core.Blobs;

/// <summary>Names a blob and says how it is stored: 32 hex digits and <c>.br</c>, <c>.gz</c> or nothing. Never made from what a client sent.</summary>
public readonly record struct BlobId
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");
    private readonly string? _value;

    private BlobId(string value) => _value = value;

    /// <summary>The name as columns and stores keep it.</summary>
    public string Value => _value ?? throw new InvalidOperationException("A blob id that was never given.");

    /// <summary>How the bytes are stored.</summary>
    public BlobForm Form => Value.Length == 32 ? BlobForm.Raw : Value.EndsWith(".br", StringComparison.Ordinal) ? BlobForm.Brotli : BlobForm.Gzip;

    /// <summary>An id that nothing has.</summary>
    internal static BlobId New(BlobForm form, DateTimeOffset now) => new(Guid.CreateVersion7(now).ToString("N") + form switch
    {
        BlobForm.Brotli => ".br",
        BlobForm.Gzip => ".gz",
        _ => "",
    });

    /// <summary>Reads a name; false for anything that could not be one, so that no path can be smuggled in.</summary>
    public static bool TryParse(string? text, out BlobId id)
    {
        var wellFormed = text is { Length: 32 or 35 }
            && (text.Length == 32 || text.EndsWith(".br", StringComparison.Ordinal) || text.EndsWith(".gz", StringComparison.Ordinal))
            && text.AsSpan(0, 32).IndexOfAnyExcept(HexDigits) < 0;
        id = wellFormed ? new BlobId(text!) : default;
        return wellFormed;
    }

    /// <summary>As <see cref="TryParse"/>, for text of our own.</summary>
    public static BlobId Parse(string text) => TryParse(text, out var id) ? id : throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"'{text}' is no blob id."));

    public override string ToString() => _value ?? "";

    internal sealed class Column() : ValueConverter<BlobId, string>(id => id.Value, text => Parse(text));
}

/// <summary>How a blob's bytes are stored. Readers always see the bytes as they were written.</summary>
public enum BlobForm
{
    /// <summary>Compressed with Brotli at its quickest: for text and JSON.</summary>
    Brotli,

    /// <summary>Compressed with gzip, for what may be handed on as it is stored.</summary>
    Gzip,

    /// <summary>As it is: archives, images, anything compressed already.</summary>
    Raw,
}

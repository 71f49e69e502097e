using System.Globalization;
using System.Reflection;
using Merlon.Core.Outcomes;
using Merlon.Core.Storage;
using Merlon.Server.Apis.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Merlon.Server.Apis.Guardian.Reading;

/// <summary>
/// <c>page</c> (from 1) and <c>per_page</c>. Clients stop at the first page that has fewer rows than they asked for, so that a size is
/// honoured or refused, never quietly lowered.
/// </summary>
sealed class Paging : IBody, IEndpointParameterMetadataProvider
{
    /// <summary>The largest page.</summary>
    public const int MaxSize = 100_000;

    private const string NumberKey = "page";
    private const string SizeKey = "per_page";

    private readonly int _number;
    private readonly int? _size;

    private Paging(int number, int? size, Refusal? unreadable) => (_number, _size, Unreadable) = (number, size, unreadable);

    public Refusal? Unreadable { get; }

    /// <summary>The page, with the size that the operation has where none was asked for.</summary>
    public NumberedPage Page(int defaultSize = 20) => new(_number, _size ?? defaultSize);

    /// <summary>Tells the API's document which keys are read.</summary>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) => builder.Metadata.Add(new QueryKeys([NumberKey, SizeKey]));

    /// <summary>Called by the framework.</summary>
    public static ValueTask<Paging> BindAsync(HttpContext http)
    {
        var number = Read(http, NumberKey, int.MaxValue, out var badNumber);
        var size = Read(http, SizeKey, MaxSize, out var badSize);
        return ValueTask.FromResult(new Paging(number ?? 1, size, badNumber ?? badSize));
    }

    private static int? Read(HttpContext http, string name, int most, out Refusal? refusal)
    {
        refusal = null;
        var text = http.Request.Query[name].ToString().Trim();
        if (text.Length == 0) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= 1 && value <= most) return value;
        refusal = new Refusal.Invalid(name, $"'{text}' is no whole number from 1 to {most}.");
        return null;
    }
}

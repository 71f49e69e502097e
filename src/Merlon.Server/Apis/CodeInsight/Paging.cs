using System.Globalization;
using Merlon.Core.Outcomes;
using Merlon.Server.Apis.Wire;
using Microsoft.AspNetCore.Http;

namespace Merlon.Server.Apis.CodeInsight;

/// <summary>Pages as this document has them: <c>offset</c> is a page number from 1, <c>limit</c> its size; totals go into headers; a page beyond the end is refused.</summary>
readonly record struct PageQuery(int Page, int Size)
{
    /// <summary>Rows of a page where nobody asks for another number.</summary>
    public const int DefaultSize = 25;

    /// <summary>The largest page.</summary>
    public const int MaxSize = 10_000;

    /// <summary>Rows before the page.</summary>
    public long Skip => (long)(Page - 1) * Size;

    /// <summary>Reads what came in the query.</summary>
    public static Outcome<PageQuery> Read(string? page, string? size, string pageName = "offset", string sizeName = "limit", int defaultSize = DefaultSize) =>
        !Whole(page, 1, out var number) || number < 1 ? new Refusal.Invalid(pageName, "A page number is a whole number from 1.")
        : !Whole(size, defaultSize, out var rows) || rows is < 1 or > MaxSize ? new Refusal.Invalid(sizeName, $"A page size is a whole number from 1 to {MaxSize}.")
        : new PageQuery(number, rows);

    private static bool Whole(string? text, int fallback, out int value)
    {
        value = fallback;
        return string.IsNullOrEmpty(text) || int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }
}

/// <summary>One page of rows and how many there are in all.</summary>
sealed record Page<T>(IReadOnlyList<T> Rows, long Total, PageQuery Query)
{
    /// <summary>Pages in all.</summary>
    public long Pages => (Total + Query.Size - 1) / Query.Size;
}

/// <summary>Writes pages.</summary>
static class PageResults
{
    /// <summary>The rows as <c>data</c> with the totals in headers, or the refusal of a page that is beyond the end or empty, in the words that clients match.</summary>
    public static async Task<IResult> ToPage<T, TWire>(this Task<Outcome<Page<T>>> page, HttpContext http, Func<T, TWire> map)
    {
        var outcome = await page;
        if (outcome.Refusal is { } refusal) return ApiResults.Refused<Data<TWire[]>>(refusal);
        var found = outcome.Value;
        if (found.Rows.Count == 0)
            return ApiResults.Refused<Data<TWire[]>>(new Refusal.Invalid("", $"The page {found.Query.Page} you requested is out of bounds. Total records :{found.Total} number of pages :{found.Pages}"));
        http.Response.Headers["Current-page"] = found.Query.Page.ToString(CultureInfo.InvariantCulture);
        http.Response.Headers["Number-of-pages"] = found.Pages.ToString(CultureInfo.InvariantCulture);
        http.Response.Headers["Total-records"] = found.Total.ToString(CultureInfo.InvariantCulture);
        return ApiResults.Ok(new Data<TWire[]>([.. found.Rows.Select(map)]));
    }
}

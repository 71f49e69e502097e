using Merlon.Core.Inventory;
using Merlon.Core.Outcomes;

namespace Merlon.Server.Apis.CodeInsight;

/// <summary>What the inventory operation was asked for.</summary>
sealed record InventoryQuery(PageQuery Page, InventoryFilter Filter)
{
    public static Outcome<InventoryQuery> Read(string? page, string? size, int defaultSize, string? published, string? reviewStatus, string? product)
    {
        if (!PageQuery.Read(page, size, "page", "size", defaultSize).Succeeded(out var read, out var refusal)) return refusal;
        if (published is not null && !bool.TryParse(published, out _)) return new Refusal.Invalid("published", "Use true or false.");
        ReviewStatus? review = null;
        if (reviewStatus is not null)
        {
            if (!reviewStatus.All(c => char.IsAsciiLetter(c) || c == '_') || !Enum.TryParse<ReviewStatus>(reviewStatus.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var status)) return new Refusal.Invalid("reviewStatus", "Use DRAFT, READY_TO_REVIEW, APPROVED or REJECTED.");
            review = status;
        }
        return new InventoryQuery(read, new InventoryFilter { Published = published is null || bool.Parse(published), Review = review, Component = product });
    }
}

/// <summary>What the summary operation was asked for.</summary>
/// <param name="Family">V2, V3 or ANY; null when no vulnerability counts are asked for.</param>
sealed record SummaryQuery(PageQuery Page, InventoryFilter Filter, string? Family)
{
    public static Outcome<SummaryQuery> Read(string? offset, string? limit, bool counts, string? cvssVersion, string? published)
    {
        if (!PageQuery.Read(offset, limit).Succeeded(out var page, out var refusal)) return refusal;
        var family = cvssVersion?.ToUpperInvariant();
        if (counts && family is not ("V2" or "V3" or "ANY")) return new Refusal.Invalid("cvssVersion", "cvssVersion is required with vulnerabilitySummary: V2, V3 or ANY.");
        bool? wanted = true;
        switch (published?.ToUpperInvariant())
        {
            case null or "PUBLISHED": break;
            case "UNPUBLISHED": wanted = false; break;
            case "ALL" or "ANY": wanted = null; break;
            default: return new Refusal.Invalid("published", "Use PUBLISHED, UNPUBLISHED or ALL.");
        }
        return new SummaryQuery(page, new InventoryFilter { Published = wanted }, counts ? family : null);
    }
}

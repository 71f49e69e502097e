using System.Text.Json;

namespace Merlon.Core.Engines;

/// <summary>How orders and summaries are written; results have formats of their own.</summary>
internal static class EngineJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);
}

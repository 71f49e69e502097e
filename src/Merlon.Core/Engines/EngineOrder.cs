using System.Text.Json;

namespace Merlon.Core.Engines;

/// <summary>What the first frame carries: what to do, and what the child is to hold itself to.</summary>
/// <param name="Kind">The <see cref="Child.IEngine"/> that does it.</param>
/// <param name="Order">The engine's own JSON.</param>
internal sealed record EngineOrder(string Kind, JsonElement Order, EngineLimits Limits);

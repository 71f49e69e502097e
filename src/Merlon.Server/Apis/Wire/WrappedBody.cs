using System.Collections.Immutable;

namespace Merlon.Server.Apis.Wire;

/// <summary>The fields of a request body that its endpoint reads one by one; metadata of the endpoint.</summary>
/// <param name="Wrapper">The name of the object that holds them.</param>
/// <param name="Fields">Each with its JSON Schema type; none is required.</param>
sealed record WrappedBody(string Wrapper, ImmutableArray<(string Name, string Type)> Fields);

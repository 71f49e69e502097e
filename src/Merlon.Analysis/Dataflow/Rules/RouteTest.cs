using System.Collections.Frozen;

namespace Merlon.Analysis.Dataflow.Rules;

/// <summary>
/// Functions that a framework exposes must name who may call them, where most exposed functions of the application do.
/// </summary>
/// <param name="Exposed">Annotations that expose a function.</param>
/// <param name="Guards">Annotations of functions or types that name who may call, everybody included.</param>
/// <param name="Central">Methods, or types with methods, that guard all routes in one place; an application that calls one is not judged.</param>
sealed record RouteTest(FrozenSet<string> Exposed, FrozenSet<string> Guards, FrozenSet<string> Central);

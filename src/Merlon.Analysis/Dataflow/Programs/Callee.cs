using System.Collections.Immutable;

namespace Merlon.Analysis.Dataflow.Programs;

/// <summary>How a call finds its function.</summary>
enum CallKind
{
    /// <summary>Exactly the function named: static, constructor, base or private call.</summary>
    Exact,

    /// <summary>The override of the receiver's own type.</summary>
    Virtual,

    /// <summary>The receiver is itself a function (delegate, function value).</summary>
    Value,
}

/// <summary>What a call names.</summary>
/// <param name="Kind">How the function is found.</param>
/// <param name="Type">
/// The type that the call is made on: for a static call and a constructor the class, else the receiver's declared type; null when unknown.
/// Qualified as the language writes it, without type arguments.
/// </param>
/// <param name="Name">The method's name; <see cref="Function.Constructor"/> for a constructor.</param>
/// <param name="Candidates">
/// The application's functions that the front end's overload resolution found: one if it is certain, several if not, none for a library's.
/// </param>
/// <param name="ResultType">The declared type of the result, when known.</param>
sealed record Callee(CallKind Kind, string? Type, string Name, ImmutableArray<Function> Candidates, string? ResultType)
{
    public override string ToString() => $"{Type ?? "?"}.{Name}";
}

/// <summary>A field by the type that declares it (null when unknown), its name and its declared type (null when unknown).</summary>
sealed record FieldReference(string? Owner, string Name, string? Type)
{
    public override string ToString() => $"{Owner ?? "?"}.{Name}";
}

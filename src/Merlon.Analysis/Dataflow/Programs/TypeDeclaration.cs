using System.Collections.Immutable;

namespace Merlon.Analysis.Dataflow.Programs;

/// <summary>A type that the application declares.</summary>
sealed class TypeDeclaration(string name, Span span)
{
    /// <summary>Qualified; nested types are separated by '.', anonymous ones by '$' and a number.</summary>
    public string Name { get; } = name;

    public Span Span { get; } = span;

    public bool IsInterface { get; init; }

    public bool IsAbstract { get; init; }

    /// <summary>Qualified names as far as they can be known, base class first.</summary>
    public ImmutableArray<string> Supertypes { get; set; } = [];

    public ImmutableArray<Annotation> Annotations { get; set; } = [];

    public Dictionary<string, FieldDeclaration> Fields { get; } = [];

    /// <summary>What the front end saw in how its members are declared.</summary>
    public List<Construct> Constructs { get; } = [];

    public List<Function> Functions { get; } = [];

    /// <summary>Sets the static fields; null when there is nothing to set.</summary>
    public Function? Initializer { get; set; }
}

/// <summary>A field of a type that the application declares.</summary>
sealed record FieldDeclaration(string Name, string? Type, bool IsStatic, bool IsFinal, ImmutableArray<Annotation> Annotations);

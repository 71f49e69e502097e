namespace Merlon.Analysis.Dataflow.Interpretation.Values;

/// <summary>What a <see cref="HeapObject"/> keeps beside the fields, entries and elements that a program can name.</summary>
enum Hidden
{
    /// <summary>The text a builder or wrapper holds.</summary>
    Text,

    /// <summary>The object that an iterator, view or wrapper was made from.</summary>
    Origin,

    /// <summary>The position of an iterator.</summary>
    Position,

    /// <summary>What the part of an object that a library declares was made from.</summary>
    Base,
}

namespace Merlon.Analysis.Dataflow.Interpretation;

/// <summary>What a call says of what it calls: looked up a million times, and the same few texts each time.</summary>
/// <param name="Named">The function that the call names, or null.</param>
readonly record struct CallKey(string Type, string Name, int Arity, Programs.Function? Named = null)
{
    public bool Equals(CallKey other) => Arity == other.Arity && ReferenceEquals(Named, other.Named) && string.Equals(Name, other.Name) && string.Equals(Type, other.Type);

    public override int GetHashCode() => HashCode.Combine(Type.GetHashCode(StringComparison.Ordinal), Name.GetHashCode(StringComparison.Ordinal), Arity);
}

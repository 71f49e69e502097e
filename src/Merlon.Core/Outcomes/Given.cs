namespace Merlon.Core.Outcomes;

/// <summary>A value that a change names; where a change names none, the property that would hold it is null. So null itself can be given.</summary>
public readonly record struct Given<T>(T Value);

/// <summary>Words about given values.</summary>
public static class GivenValues
{
    /// <summary>What was given, or what there is.</summary>
    public static T Or<T>(this Given<T>? given, T existing) => given is { } some ? some.Value : existing;
}

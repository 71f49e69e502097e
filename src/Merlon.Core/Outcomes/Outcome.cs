using System.Diagnostics.CodeAnalysis;

namespace Merlon.Core.Outcomes;

/// <summary>Either what was asked for or the reason why not. Exceptions are for bugs and broken infrastructure only.</summary>
public readonly struct Outcome<T>
{
    private readonly T? _value;

    /// <summary>It was done; for interfaces, which have no implicit conversion.</summary>
    public Outcome(T value) : this(value, null) { }

    private Outcome(T? value, Refusal? refusal)
    {
        _value = value;
        Refusal = refusal;
    }

    /// <summary>The reason, or null when it was done.</summary>
    public Refusal? Refusal { get; }

    /// <summary>What was asked for; asking for it after a refusal is a bug.</summary>
    public T Value => Refusal is null ? _value! : throw new InvalidOperationException($"Refused: {Refusal}");

    /// <summary>True and the value when it was done, else false and the reason.</summary>
    public bool Succeeded([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Refusal? refusal)
    {
        (value, refusal) = (_value, Refusal);
        return refusal is null;
    }

    /// <summary>The same outcome with its value mapped.</summary>
    public Outcome<TNext> Map<TNext>(Func<T, TNext> next) => Refusal is null ? next(_value!) : Refusal;

    public static implicit operator Outcome<T>(T value) => new(value);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}

/// <summary>The value of an outcome that carries nothing: it was done.</summary>
public readonly record struct Done
{
    /// <summary>It was done.</summary>
    public static Done It => default;
}

using System.Collections.Immutable;

namespace Merlon.Analysis.Dataflow.Programs;

/// <summary>
/// A function of the application: method, constructor, lambda, class initializer. The front end makes it from its declaration, so that calls
/// can refer to it, and fills in <see cref="Blocks"/> later. Slots 0.. are: <c>this</c> for an instance function, then captured values of
/// a closure, then the parameters.
/// </summary>
sealed class Function
{
    /// <summary>The name of constructors.</summary>
    public const string Constructor = "<init>";

    /// <summary>The name of class initializers.</summary>
    public const string ClassInitializer = "<clinit>";

    /// <summary>The name of what sets the fields of a new object before its constructor's own code runs.</summary>
    public const string InstanceInitializer = "<instance>";

    FunctionBody? body = new();
    FunctionOutline? outline;
    Func<FunctionBody>? unread;

    public required string Name { get; init; }

    /// <summary>The qualified name of the declaring type.</summary>
    public required string Owner { get; init; }

    public required ImmutableArray<Parameter> Parameters { get; init; }

    public required Span Span { get; init; }

    public bool IsStatic { get; init; }

    /// <summary>Declared without a body.</summary>
    public bool IsAbstract { get; init; }

    /// <summary>Written in another language, beyond what is followed.</summary>
    public bool IsNative { get; init; }

    /// <summary>Whether it may be called from outside the application; others are analysed through their callers.</summary>
    public bool IsPublic { get; init; }

    /// <summary>Lambdas are only reached through their values.</summary>
    public bool IsClosure { get; init; }

    /// <summary>For a closure, how many captured values come before its parameters.</summary>
    public int Captures { get; set; }

    /// <summary>The last parameter takes all remaining arguments as an array.</summary>
    public bool IsVariadic { get; init; }

    public string? ResultType { get; init; }

    public ImmutableArray<Annotation> Annotations { get; init; } = [];

    public ImmutableArray<Block> Blocks
    {
        get => Body.Blocks;
        set => (Body.Blocks, outline) = (value, null);
    }

    /// <summary>Constructs of the language in its source that rules can name, such as <c>empty-catch</c>, with their places.</summary>
    public List<Construct> Constructs { get; } = [];

    /// <summary>Where its statements begin, until its constructs are known (<see cref="ConstructPlaces"/>).</summary>
    public StatementBlocks? Statements { get; set; }

    public bool HasDoubtedBlocks => Constructs.Exists(c => c.Block > 0);

    /// <summary>The blocks that its constructs stand in and that may never be run, each once, rising.</summary>
    public ImmutableArray<int> DoubtedBlocks => [.. Constructs.Select(c => c.Block).Where(b => b > 0).Distinct().Order()];

    /// <summary>How many slots the blocks use.</summary>
    public int SlotCount { get; set; }

    /// <summary>The names of slots that stand for variables of the source; others are absent.</summary>
    public Dictionary<int, string> SlotNames => Body.SlotNames;

    /// <summary>What the program as a whole asks about the code. To be asked for once the code is complete.</summary>
    public FunctionOutline Outline => outline ??= FunctionOutline.Of(this);

    /// <summary>What tells its code from any other; null until that was worked out, in this scan or an earlier one.</summary>
    public CodeDigest? Digest { get; set; }

    /// <summary>How many slots come before the parameters.</summary>
    public int Offset => (IsStatic || IsClosure ? 0 : 1) + Captures;

    /// <summary>It has a body, but one that is too long to be followed.</summary>
    public bool IsTooLong { get; set; }

    public bool HasBody => body is { } known ? known.Blocks.Length > 0 : Outline.HasBody;

    /// <summary>Instructions are told apart by reference: of several threads that read the code, all get what the first one read.</summary>
    FunctionBody Body => Volatile.Read(ref body) ?? Read(unread!());

    public string QualifiedName => $"{Owner}.{Name}";

    /// <summary>Lets the code be read when it is asked for.</summary>
    /// <param name="known">What the code holds.</param>
    /// <param name="read">Reads it; called from any thread, and perhaps from several.</param>
    public void ReadLater(FunctionOutline known, Func<FunctionBody> read) => (body, outline, unread) = (null, known, read);

    FunctionBody Read(FunctionBody read) => Interlocked.CompareExchange(ref body, read, null) ?? read;

    public override string ToString() => $"{QualifiedName}({string.Join(", ", Parameters.Select(p => p.Type))})";
}

/// <summary>The digest of a function's code.</summary>
sealed record CodeDigest(UInt128 Value);

/// <summary>A parameter; its type is qualified where known, without type arguments.</summary>
sealed record Parameter(string Name, string? Type, ImmutableArray<Annotation> Annotations);

/// <summary>An annotation or attribute: its qualified name as far as known, and its arguments that are constant texts.</summary>
sealed record Annotation(string Name, ImmutableDictionary<string, string> Arguments);

/// <summary>A construct of the language that a front end saw, by the name that rules give it.</summary>
/// <param name="Block">The block of the function that it stands in, where that is behind a condition which may have one answer only; else 0.</param>
readonly record struct Construct(string Name, Span Span, int Block = 0);

namespace Merlon.Analysis.Dataflow.Models;

/// <summary>
/// What frameworks call and with which data: <c>parameters</c> by annotation, all parameters of <c>handlers</c> by the annotation of the
/// method, those of public methods of <c>handler_types</c> by a supertype or with a parameter of <c>handler_contexts</c>, and <c>entries</c> by signature, such as <c>main(java.lang.String[])</c>; each with the kind of source.
/// </summary>
sealed class EntryPointModels
{
    readonly Dictionary<(string Section, string Name), string> kinds = [];

    public void Add(string section, string name, string kind) => kinds[(section, name)] = kind;

    public void Add(EntryPointModels other)
    {
        foreach (var (key, kind) in other.kinds) kinds[key] = kind;
    }

    /// <summary>The annotations that are named.</summary>
    public IEnumerable<string> Annotations => kinds.Keys.Where(k => k.Section != "entries").Select(k => k.Name);

    /// <summary>The kind of source that the parameters of a type's public methods are, by one of its supertypes.</summary>
    public string? OfHandlerType(string type) => kinds.GetValueOrDefault(("handler_types", type));

    /// <summary>The kind of source that the other parameters of a method are which takes such an object.</summary>
    public string? OfContext(string type) => kinds.GetValueOrDefault(("handler_contexts", type));

    public string? OfParameter(string annotation) => kinds.GetValueOrDefault(("parameters", annotation));

    public string? OfHandler(string annotation) => kinds.GetValueOrDefault(("handlers", annotation));

    /// <summary>The argument of an annotation that holds the pattern which the annotated text must match.</summary>
    public string? PatternOf(string annotation) => kinds.GetValueOrDefault(("constraints", annotation));

    /// <summary>Whether the framework holds an annotated parameter against the constraints that its type declares.</summary>
    public bool Validates(string annotation) => kinds.ContainsKey(("validated", annotation));

    /// <summary>What an argument of the annotation matches where only administrators may call.</summary>
    public string? PrivilegeOf(string annotation) => kinds.GetValueOrDefault(("privileged", annotation));

    public string? OfSignature(string signature) => kinds.GetValueOrDefault(("entries", signature));
}

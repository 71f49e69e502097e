using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Languages.Syntax;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.Java;

/// <summary>A class, interface, enum or record while it is lowered: its declaration, and where names inside it are looked up.</summary>
sealed class JavaClass(JavaFile file, JavaClass? outer, SyntaxNode node, TypeDeclaration declaration)
{
    /// <summary>The hidden field in which an inner object keeps its outer one.</summary>
    public const string OuterField = "this$0";

    readonly Dictionary<string, List<JavaMethod>> byName = [];

    public JavaFile File { get; } = file;
    public JavaClass? Outer { get; } = outer;
    public SyntaxNode Node { get; } = node;
    public TypeDeclaration Declaration { get; } = declaration;
    public string Name => Declaration.Name;

    /// <summary>The members' parent node.</summary>
    public SyntaxNode Body { get; init; }

    /// <summary>Whether its objects have an outer object.</summary>
    public bool IsInner { get; init; }

    /// <summary>Whether it stands inside a method: no other file can name it.</summary>
    public bool IsLocal { get; init; }

    /// <summary>What it extends, when an earlier scan found that out; it counts from when it would be found out again.</summary>
    public ImmutableArray<string>? KnownSupertypes { get; init; }

    /// <summary>Names of type parameters, with their bounds.</summary>
    public Dictionary<string, JavaType> TypeParameters { get; } = [];

    /// <summary>Simple names of member types to their qualified names.</summary>
    public Dictionary<string, string> MemberTypes { get; } = [];

    /// <summary>The same of classes that its methods declare.</summary>
    public Dictionary<string, string> LocalTypes { get; } = [];

    public Dictionary<string, JavaType> FieldTypes { get; } = [];
    public List<JavaMethod> Methods { get; } = [];

    /// <summary>The methods of a name; a class may have a hundred thousand.</summary>
    public IReadOnlyList<JavaMethod> MethodsNamed(string name) => byName.TryGetValue(name, out var found) ? found : [];

    public void Add(JavaMethod method)
    {
        Methods.Add(method);
        if (!byName.TryGetValue(method.Function.Name, out var same)) byName[method.Function.Name] = same = [];
        same.Add(method);
    }

    public void Remove(JavaMethod method)
    {
        Methods.Remove(method);
        byName[method.Function.Name].Remove(method);
    }

    /// <summary>Local variables of the enclosing method that a local class uses; kept in fields named <c>val$</c> and the name.</summary>
    public Dictionary<string, JavaType?> Captured { get; } = [];

    /// <summary>The instance initializers and fields' initial values, as a function that constructors call.</summary>
    public Function? InstanceInitializer { get; set; }

    public static string CapturedField(string name) => "val$" + name;
}

/// <summary>A method or constructor with its types as Java states them.</summary>
sealed record JavaMethod(Function Function, SyntaxNode Node, JavaType? Result, IReadOnlyList<JavaType?> Parameters)
{
    public Dictionary<string, JavaType> TypeParameters { get; init; } = [];

    /// <summary>The field that a method without text of its own gets or, with a parameter, sets.</summary>
    public string? Field { get; init; }
}

using System.Collections.Concurrent;
using Merlon.Analysis.Dataflow.Models;
using Microsoft.CodeAnalysis;

namespace Merlon.Analysis.Dataflow.Languages.CSharp;

/// <summary>
/// The names of types in the intermediate form: qualified, without type arguments. A type of the application with type parameters carries
/// their number, as in <c>Shop.Box`1</c>. A type that is not at hand is guessed: of the modelled types with its simple name, the one whose
/// namespace is imported by the file that speaks of it, else by some other file, else by all. Safe for concurrent use.
/// </summary>
/// <param name="imports">Sets of namespaces, the nearest first.</param>
sealed class TypeNames(ModelLibrary models, IReadOnlyList<IReadOnlySet<string>> imports)
{
    readonly ConcurrentDictionary<ISymbol, string?> known = new(SymbolEqualityComparer.Default);
    readonly ConcurrentDictionary<string, string> guesses = new();

    /// <summary>The name of a value's type; null when nothing is known. A task stands for its result, which is all that flows.</summary>
    public string? Of(ITypeSymbol? type) =>
        type is null ? null : type is IErrorTypeSymbol ? Name(type) : known.GetOrAdd(type, t => Name((ITypeSymbol)t));

    /// <summary>The name of a type as the owner of members.</summary>
    public string Owner(INamedTypeSymbol type)
    {
        if (type is IErrorTypeSymbol) return Guess(ErrorName(type));
        if (type.SpecialType is SpecialType.System_String or SpecialType.System_Object) return "System." + type.Name;
        var name = type.Locations.Any(l => l.IsInSource) && type.Arity > 0 ? $"{type.Name}`{type.Arity}" : type.Name;
        if (type.ContainingType is { } outer) return $"{Owner(outer)}.{name}";
        return type.ContainingNamespace is { IsGlobalNamespace: false } space ? $"{space.ToDisplayString()}.{name}" : name;
    }

    /// <summary>The best qualified name for one that the source writes and nothing declares.</summary>
    public string Guess(string written) => guesses.GetOrAdd(written, Find);

    /// <summary>Whether the models know a type by this name or by one that it stands for.</summary>
    public bool IsModelled(string written) => models.Knows(Guess(written));

    static bool IsTask(INamedTypeSymbol type) =>
        type is { Name: "Task" or "ValueTask", Arity: 1 } && type.ContainingNamespace?.ToDisplayString() is "System.Threading.Tasks" or "";

    /// <summary>What stands in the source: of <c>System.Web.UI.Page</c> only a part of the namespace may be known.</summary>
    static string ErrorName(INamedTypeSymbol type) => type.ContainingSymbol switch
    {
        INamespaceSymbol { IsGlobalNamespace: false } space => $"{space.ToDisplayString()}.{type.Name}",
        INamedTypeSymbol outer => $"{ErrorName(outer)}.{type.Name}",
        _ => type.Name,
    };

    string? Name(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => (Of(array.ElementType) ?? "System.Object") + "[]",
        ITypeParameterSymbol parameter => parameter.ConstraintTypes.IsEmpty ? null : Of(parameter.ConstraintTypes[0]),
        IDynamicTypeSymbol or IPointerTypeSymbol or IFunctionPointerTypeSymbol => null,
        INamedTypeSymbol { TypeKind: TypeKind.Enum } => "int",
        INamedTypeSymbol { IsTupleType: true } => "System.ValueTuple",
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => Of(nullable.TypeArguments[0]) + "?",
        INamedTypeSymbol named when IsTask(named) => Of(named.TypeArguments[0]),
        INamedTypeSymbol { Name: "" } => null,
        INamedTypeSymbol named => Keyword(named.SpecialType) ?? Owner(named),
        _ => null,
    };

    static string? Keyword(SpecialType type) => type switch
    {
        SpecialType.System_Boolean => "bool",
        SpecialType.System_Byte => "byte",
        SpecialType.System_SByte => "sbyte",
        SpecialType.System_Int16 => "short",
        SpecialType.System_UInt16 => "ushort",
        SpecialType.System_Int32 => "int",
        SpecialType.System_UInt32 => "uint",
        SpecialType.System_Int64 or SpecialType.System_IntPtr => "long",
        SpecialType.System_UInt64 or SpecialType.System_UIntPtr => "ulong",
        SpecialType.System_Single => "float",
        SpecialType.System_Double => "double",
        SpecialType.System_Decimal => "decimal",
        SpecialType.System_Char => "char",
        SpecialType.System_Void => "void",
        _ => null,
    };

    string Find(string written)
    {
        if (models.Knows(written)) return written;
        var dot = written.LastIndexOf('.');
        var candidates = models.Named(written[(dot + 1)..]);
        if (dot >= 0) return candidates.FirstOrDefault(c => c.EndsWith("." + written, StringComparison.Ordinal)) ?? written;
        foreach (var import in imports)
            if (candidates.FirstOrDefault(c => import.Contains(c[..c.LastIndexOf('.')])) is { } found) return found;
        return written;
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Kept;

/// <summary>All that a file declares, read from its skeleton.</summary>
sealed class Surface
{
    /// <summary>What the compiler asks of a type or looks for in extensions without that the code says its name.</summary>
    static readonly HashSet<string> Unnamed = new(StringComparer.Ordinal)
    {
        "GetEnumerator", "GetAsyncEnumerator", "MoveNext", "MoveNextAsync", "Current", "Dispose", "DisposeAsync", "GetAwaiter", "GetResult",
        "IsCompleted", "OnCompleted", "Deconstruct", "Add", "AddRange", "Count", "Length", "Slice", "Item", "Invoke", "Select", "SelectMany", "Where",
        "Join", "GroupJoin", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "GroupBy", "Cast", "GetPinnableReference", "AppendLiteral",
        "AppendFormatted", "Create", "Equals", "GetHashCode", "ToString", "PrintMembers", "EqualityContract",
    };

    readonly string path;
    readonly Dictionary<string, int> counts = [];
    readonly List<Declared> all = [];

    Surface(string path) => this.path = path;

    public static IReadOnlyList<Declared> Of(SyntaxTree tree)
    {
        var surface = new Surface(tree.FilePath);
        var root = (CompilationUnitSyntax)tree.GetRoot();
        foreach (var directive in root.Externs) surface.Add("", "extern", [], null, Sight.Everywhere, [directive]);
        foreach (var directive in root.Usings.Where(u => u.GlobalKeyword.RawKind != 0)) surface.AddGlobal(directive);
        surface.AddMembers("", null, root.Members);
        return surface.all;
    }

    /// <summary>The names of all namespaces that a file declares something in.</summary>
    public static IEnumerable<string> NamespacesOf(SyntaxTree tree) =>
        from node in tree.GetRoot().DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
        where node is BaseNamespaceDeclarationSyntax
        let whole = string.Join('.', node.AncestorsAndSelf().OfType<BaseNamespaceDeclarationSyntax>().Reverse().Select(s => s.Name.ToString()))
        from end in whole.Select((c, i) => (c, i)).Where(p => p.c == '.').Select(p => p.i).Append(whole.Length)
        select whole[..end];

    /// <summary>An alias that others use without the name of what it stands for changes with that.</summary>
    void AddGlobal(UsingDirectiveSyntax directive)
    {
        Add("", "using", [], null, Sight.Everywhere, [], directive);
        if (directive.Alias is { Name.Identifier.ValueText: var alias }) Add("", "alias", [alias], alias, Sight.OfType, [directive.NamespaceOrType]);
    }

    void AddMembers(string container, string? type, SyntaxList<MemberDeclarationSyntax> members)
    {
        foreach (var member in members) AddMember(container, type, member);
    }

    void AddMember(string container, string? type, MemberDeclarationSyntax member)
    {
        switch (member)
        {
            case BaseNamespaceDeclarationSyntax space:
                AddMembers($"{container}{space.Name}.", null, space.Members);
                break;
            case TypeDeclarationSyntax declared when declared.Identifier.RawKind != 0 && declared.Identifier.ValueText.Length > 0:
                AddType(container, declared);
                break;
            case EnumDeclarationSyntax declared:
                var name = declared.Identifier.ValueText;
                Add(container, "enum", [name, .. declared.Members.Select(m => m.Identifier.ValueText)], name, Sight.OfType, [declared]);
                break;
            case DelegateDeclarationSyntax declared:
                Add(container, "delegate", [declared.Identifier.ValueText], declared.Identifier.ValueText, Sight.OfType, [declared]);
                break;
            case GlobalStatementSyntax:
                Add(container, "program", ["Program"], "Program", Sight.OfType, []);
                break;
            case BaseFieldDeclarationSyntax field:
                SyntaxNode[] common = [.. field.AttributeLists, field.Declaration.Type];
                foreach (var variable in field.Declaration.Variables) AddNamed(container, type, field, variable.Identifier, [.. common, variable], field.Modifiers);
                break;
            case MethodDeclarationSyntax method:
                AddMethod(container, type, method);
                break;
            case PropertyDeclarationSyntax property:
                AddNamed(container, type, property, property.Identifier, [property], default);
                break;
            case EventDeclarationSyntax raised:
                AddNamed(container, type, raised, raised.Identifier, [raised], default);
                break;
            case BaseMethodDeclarationSyntax or IndexerDeclarationSyntax when type is not null:
                Add(container, "unnamed", [type], type, Sight.OfType, [member]);
                break;
            default:
                Add(container, "other", [], type, Sight.Everywhere, [member]);
                break;
        }
    }

    void AddType(string container, TypeDeclarationSyntax declared)
    {
        var name = declared.Identifier.ValueText;
        SyntaxNode?[] head =
            [.. declared.AttributeLists, declared.TypeParameterList, declared.ParameterList, declared.BaseList, .. declared.ConstraintClauses];
        Add(container, $"{declared.Modifiers} {declared.Kind()}", [name], name, Sight.OfType, [.. head.OfType<SyntaxNode>()]);
        AddMembers($"{container}{name}`{declared.Arity}.", name, declared.Members);
    }

    void AddMethod(string container, string? type, MethodDeclarationSyntax method)
    {
        var name = method.Identifier.ValueText;
        var isExtension = method.ParameterList.Parameters is [{ Modifiers: var modifiers }, ..] && modifiers.Any(SyntaxKind.ThisKeyword);
        if (isExtension && Unnamed.Contains(name)) Add(container, "method", [name], type, Sight.Everywhere, [method]);
        else AddNamed(container, type, method, method.Identifier, [method], default);
    }

    /// <summary>Of structures and records the compiler copies what they hold.</summary>
    void AddNamed(
        string container, string? type, MemberDeclarationSyntax member, SyntaxToken name, IReadOnlyList<SyntaxNode> parts, SyntaxTokenList modifiers)
    {
        var isCopied = member is not MethodDeclarationSyntax && member.Parent is StructDeclarationSyntax or RecordDeclarationSyntax;
        var sight = isCopied || Unnamed.Contains(name.ValueText) ? Sight.OfType : Sight.Named;
        Add(container, $"{modifiers} {member.Kind()}", [name.ValueText], type, sight, parts);
    }

    /// <param name="written">What says what it is where that is no part that types are named in.</param>
    void Add(
        string container, string kind, IReadOnlyList<string> names, string? type, Sight sight, IReadOnlyList<SyntaxNode> parts, SyntaxNode? written = null)
    {
        var place = $"{path}|{container}|{(names.Count > 0 ? names[0] : "")}";
        var number = counts[place] = counts.GetValueOrDefault(place) + 1;
        var tokens = parts.Append(written).OfType<SyntaxNode>().SelectMany(p => p.DescendantTokens());
        var text = string.Join(' ', tokens.Select(t => t.Text));
        // What the compiler itself relies on may stand in the application.
        if (container.StartsWith("System.", StringComparison.Ordinal)) sight = Sight.Everywhere;
        all.Add(new Declared($"{place}|{number}|{kind}|{text}", names, type, sight, parts));
    }
}

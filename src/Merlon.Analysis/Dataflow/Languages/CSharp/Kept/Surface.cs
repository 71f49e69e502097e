using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Kept;

/// <summary>All that a file declares; its skeleton and itself declare the same.</summary>
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
        var outside = new Surroundings("", []);
        foreach (var directive in root.Externs) surface.Add(outside, "extern", [], null, Sight.Everywhere, [directive]);
        foreach (var directive in Imports.In(tree)) surface.AddImport(outside, directive);
        surface.AddMembers(outside, root.Members);
        return surface.all;
    }

    /// <summary>The names of all namespaces that a file declares something in.</summary>
    public static IEnumerable<string> NamespacesOf(SyntaxTree tree) =>
        from node in tree.GetRoot().DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
        where node is BaseNamespaceDeclarationSyntax
        let whole = string.Join('.', node.AncestorsAndSelf().OfType<BaseNamespaceDeclarationSyntax>().Reverse().Select(s => string.Concat(s.Name.DescendantTokens())))
        from end in whole.Select((c, i) => (c, i)).Where(p => p.c == '.').Select(p => p.i).Append(whole.Length)
        select whole[..end];

    /// <summary>What is said with an alias changes with what that stands for.</summary>
    void AddImport(Surroundings outside, UsingDirectiveSyntax directive)
    {
        if (directive.GlobalKeyword.RawKind != 0) Add(outside, "using", [], null, Sight.Everywhere, [], written: directive);
        if (directive.Alias is not { Name.Identifier.ValueText: var alias }) return;
        Add(outside, "alias", [alias], alias, Sight.OfType, [directive.NamespaceOrType]);
    }

    void AddMembers(Surroundings around, SyntaxList<MemberDeclarationSyntax> members)
    {
        foreach (var member in members) AddMember(around, member);
    }

    void AddMember(Surroundings around, MemberDeclarationSyntax member)
    {
        var type = around.Types is [.., var innermost] ? innermost : null;
        switch (member)
        {
            case BaseNamespaceDeclarationSyntax space:
                AddMembers(around with { Namespace = $"{around.Namespace}.{space.Name}".TrimStart('.') }, space.Members);
                break;
            case TypeDeclarationSyntax declared when declared.Identifier.RawKind != 0 && declared.Identifier.ValueText.Length > 0:
                AddType(around, declared);
                break;
            case EnumDeclarationSyntax declared:
                var name = declared.Identifier.ValueText;
                Add(around, "enum", [name, .. declared.Members.Select(m => m.Identifier.ValueText)], name, Sight.OfType, [declared], isType: true);
                break;
            case DelegateDeclarationSyntax declared:
                Add(around, "delegate", [declared.Identifier.ValueText], declared.Identifier.ValueText, Sight.OfType, [declared], isType: true);
                break;
            case GlobalStatementSyntax:
                Add(around, "program", ["Program"], "Program", Sight.OfType, [], isType: true);
                break;
            case BaseFieldDeclarationSyntax field:
                foreach (var variable in field.Declaration.Variables)
                    AddNamed(around, field, variable.Identifier, [.. field.AttributeLists, field.Declaration.Type, variable], field.Modifiers);
                break;
            case MethodDeclarationSyntax method:
                AddMethod(around, method);
                break;
            case PropertyDeclarationSyntax property:
                AddNamed(around, property, property.Identifier, [property], default);
                break;
            case EventDeclarationSyntax raised:
                AddNamed(around, raised, raised.Identifier, [raised], default);
                break;
            case BaseMethodDeclarationSyntax or IndexerDeclarationSyntax when type is not null:
                Add(around, "unnamed", [type], type, Sight.OfType, [member]);
                break;
            default:
                Add(around, "other", [], type, Sight.Everywhere, [member]);
                break;
        }
    }

    void AddType(Surroundings around, TypeDeclarationSyntax declared)
    {
        var name = declared.Identifier.ValueText;
        SyntaxNode?[] head =
            [.. declared.AttributeLists, declared.TypeParameterList, declared.ParameterList, declared.BaseList, .. declared.ConstraintClauses];
        Add(around, $"{declared.Modifiers} {declared.Kind()}", [name], name, Sight.OfType, [.. head.OfType<SyntaxNode>()], isType: true);
        AddMembers(around with { Types = around.Types.Add(name) }, declared.Members);
    }

    void AddMethod(Surroundings around, MethodDeclarationSyntax method)
    {
        var name = method.Identifier.ValueText;
        var isExtension = method.ParameterList.Parameters is [{ Modifiers: var modifiers }, ..] && modifiers.Any(SyntaxKind.ThisKeyword);
        if (isExtension && Unnamed.Contains(name)) Add(around, "method", [name], null, Sight.Everywhere, [method]);
        else AddNamed(around, method, method.Identifier, [method], default);
    }

    /// <summary>Of structures and records the compiler copies what they hold.</summary>
    void AddNamed(Surroundings around, MemberDeclarationSyntax member, SyntaxToken name, IReadOnlyList<SyntaxNode> parts, SyntaxTokenList modifiers)
    {
        var isCopied = member is not MethodDeclarationSyntax && member.Parent is StructDeclarationSyntax or RecordDeclarationSyntax;
        var sight = isCopied || Unnamed.Contains(name.ValueText) ? Sight.OfType : Sight.Named;
        Add(around, $"{modifiers} {member.Kind()}", [name.ValueText], around.Types is [.., var type] ? type : null, sight, parts);
    }

    /// <param name="written">What says what it is where that is no part that types are named in.</param>
    void Add(
        Surroundings around, string kind, IReadOnlyList<string> names, string? type, Sight sight, IReadOnlyList<SyntaxNode> parts,
        bool isType = false, SyntaxNode? written = null)
    {
        var place = $"{path}|{around}|{(names.Count > 0 ? names[0] : "")}";
        var number = counts[place] = counts.GetValueOrDefault(place) + 1;
        // What the compiler itself relies on may stand in the application.
        if (around.Namespace == "System" || around.Namespace.StartsWith("System.", StringComparison.Ordinal)) sight = Sight.Everywhere;
        all.Add(new Declared($"{place}|{number}|{kind}", names, type, sight, parts, around, isType, written));
    }
}

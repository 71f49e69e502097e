using System.Text;
using System.Text.RegularExpressions;
using Merlon.Analysis.Dataflow.Languages.Syntax;

namespace Merlon.DataflowBench.Renaming;

/// <summary>
/// New names for the packages, classes and methods that a Java tree declares: numbers in the order of their old names, so that the same tree
/// always gets the same ones. Methods that override a library's, or share the name of one that models describe, keep theirs.
/// </summary>
sealed class NewNames
{
    /// <summary>Methods that libraries call by name, without an annotation that would say so.</summary>
    static readonly HashSet<string> Kept = ["main", "run", "call", "apply", "accept", "test", "compare", "compareTo", "equals", "hashCode", "toString", "init", "destroy", "close", "get", "set", "next", "hasNext"];

    readonly SortedSet<string> packages = new(StringComparer.Ordinal), classes = new(StringComparer.Ordinal), methods = new(StringComparer.Ordinal);
    readonly HashSet<string> fixedMethods;
    Regex qualified = new("$^", RegexOptions.NonBacktracking);

    public NewNames(IEnumerable<string> libraryMethods) => fixedMethods = [.. Kept, .. libraryMethods];

    public IReadOnlyDictionary<string, string> Packages { get; private set; } = new Dictionary<string, string>();
    public IReadOnlyDictionary<string, string> Classes { get; private set; } = new Dictionary<string, string>();
    public IReadOnlyDictionary<string, string> Methods { get; private set; } = new Dictionary<string, string>();

    /// <summary>Notes what one file declares.</summary>
    public void Collect(SyntaxNode node)
    {
        if (node.Kind == "package_declaration") packages.Add(node.FirstNamed.Text);
        if (node.Kind is "class_declaration" or "interface_declaration" or "enum_declaration" or "record_declaration") classes.Add(node["name"].Text);
        if (node.Kind == "method_declaration") CollectMethod(node);
        foreach (var child in node.Named) Collect(child);
    }

    public void Number()
    {
        methods.ExceptWith(fixedMethods);
        Packages = packages.Select((name, i) => (name, Made: $"zz.q{i + 1}")).ToDictionary(p => p.name, p => p.Made);
        Classes = classes.Select((name, i) => (name, Made: $"Qx{i + 1:D5}")).ToDictionary(p => p.name, p => p.Made);
        Methods = methods.Select((name, i) => (name, Made: $"mz{i + 1}")).ToDictionary(p => p.name, p => p.Made);
        var alternatives = packages.OrderByDescending(p => p.Length).Select(Regex.Escape);
        qualified = new Regex($@"(?<![\w.])({string.Join('|', alternatives)})(?:\.([A-Z]\w*(?:\$\w+)*))?(?![\w])", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));
    }

    /// <summary>A text with the qualified names in it replaced.</summary>
    public string InText(string text) => qualified.Replace(text, match =>
    {
        var made = new StringBuilder(Packages[match.Groups[1].Value]);
        if (match.Groups[2].Success) made.Append('.').AppendJoin('$', match.Groups[2].Value.Split('$').Select(name => Classes.GetValueOrDefault(name, name)));
        return made.ToString();
    });

    void CollectMethod(SyntaxNode node)
    {
        var name = node["name"].Text;
        methods.Add(name);
        foreach (var annotation in node.Child("modifiers").Named)
            if (annotation["name"].Text == "Override") fixedMethods.Add(name);
    }
}

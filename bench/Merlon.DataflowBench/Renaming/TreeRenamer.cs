using System.Text;
using Merlon.Analysis.Dataflow.Languages.Syntax;
using Merlon.Analysis.Dataflow.Rules;

namespace Merlon.DataflowBench.Renaming;

/// <summary>
/// Writes a Java tree again with other names and without comments, together with its expected results: what the engine finds there must not
/// depend on what anybody called anything.
/// </summary>
static class TreeRenamer
{
    public static int Run(string folder, string expected, string output)
    {
        using var parser = new SyntaxParser(Grammar.Java);
        var names = new NewNames(RuleLibrary.Load().Models.MethodNames);
        var trees = new List<SyntaxTree>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.java", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            if (parser.Parse(File.ReadAllBytes(file)) is { } tree) trees.Add(tree);
        trees.ForEach(t => names.Collect(t.Root));
        names.Number();
        foreach (var tree in trees) Write(tree.Root, names, output);
        foreach (var file in Directory.EnumerateFiles(folder, "*.properties", SearchOption.AllDirectories)) Copy(folder, file, names, output);
        File.WriteAllLines(Path.Combine(output, "expectedresults.csv"), File.ReadLines(expected).Select(line => Renamed(line, names)));
        Console.WriteLine($"{trees.Count} files, {names.Packages.Count} packages, {names.Classes.Count} classes, {names.Methods.Count} methods renamed");
        return 0;
    }

    static void Write(SyntaxNode root, NewNames names, string output)
    {
        var text = new StringBuilder();
        Emit(root, names, text);
        var declared = FirstClass(root);
        var package = root.Child("package_declaration") is { Exists: true } declaration ? names.Packages[declaration.FirstNamed.Text] : "";
        var folder = Directory.CreateDirectory(Path.Combine(output, "java", package.Replace('.', '/'))).FullName;
        File.WriteAllText(Path.Combine(folder, $"{names.Classes.GetValueOrDefault(declared, "Q" + declared)}.java"), text.ToString());
    }

    /// <summary>The tokens, each on from the last by a space; a line break after what ends a statement keeps findings apart.</summary>
    static void Emit(SyntaxNode node, NewNames names, StringBuilder text)
    {
        if (node.IsComment) return;
        if (node.Kind is "string_literal" or "character_literal" || IsQualified(node, names)) Append(text, names.InText(node.Text));
        else if (node.All.ToList() is { Count: > 0 } children) children.ForEach(c => Emit(c, names, text));
        else Append(text, Token(node, names));
    }

    static bool IsQualified(SyntaxNode node, NewNames names) => node.Kind is "scoped_identifier" or "scoped_type_identifier" or "field_access" && names.InText(node.Text) != node.Text;

    static void Append(StringBuilder text, string token)
    {
        text.Append(token);
        text.Append(token is ";" or "{" or "}" ? '\n' : ' ');
    }

    static string Token(SyntaxNode node, NewNames names)
    {
        if (node.Kind is not ("identifier" or "type_identifier")) return node.Text;
        var isMethod = node.Field == "name" && node.Parent.Kind is "method_declaration" or "method_invocation" || node.Parent.Kind == "method_reference";
        if (isMethod && names.Methods.TryGetValue(node.Text, out var method) && node.Field != "object") return method;
        return names.Classes.TryGetValue(node.Text, out var type) ? type : node.Text;
    }

    static string FirstClass(SyntaxNode root)
    {
        foreach (var child in root.Named)
            if (child["name"].Exists && child.Kind.EndsWith("_declaration", StringComparison.Ordinal)) return child["name"].Text;
        return "Nothing";
    }

    static void Copy(string folder, string file, NewNames names, string output)
    {
        var target = Path.Combine(output, Path.GetRelativePath(folder, file));
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllText(target, names.InText(File.ReadAllText(file)));
    }

    static string Renamed(string line, NewNames names)
    {
        var cells = line.Split(',');
        if (names.Classes.TryGetValue(cells[0], out var made)) cells[0] = made;
        return string.Join(',', cells);
    }
}

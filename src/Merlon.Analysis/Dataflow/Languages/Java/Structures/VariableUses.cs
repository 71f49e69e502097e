using Merlon.Analysis.Dataflow.Languages.Syntax;

namespace Merlon.Analysis.Dataflow.Languages.Java.Structures;

/// <summary>Local variables that a method should have done something to before it ends: temporary files, and passwords in arrays.</summary>
sealed class VariableUses(Action<string, SyntaxNode> note)
{
    readonly Dictionary<string, SyntaxNode> files = [], passwords = [];
    readonly HashSet<string> removed = [], guarded = [], cleared = [];

    public void Observe(SyntaxNode body)
    {
        Walk(body);
        foreach (var (name, place) in files)
        {
            if (!removed.Contains(name)) note("temporary-file-stays", place);
            if (!guarded.Contains(name) && !guarded.Contains(FolderOf(place))) note(FolderOf(place).Length > 0 ? "temporary-file-in-open-folder" : "temporary-file-open-to-all", place);
        }
        foreach (var (name, place) in passwords)
            if (!cleared.Contains(name)) note("password-stays-in-memory", place);
    }

    void Walk(SyntaxNode node)
    {
        if (node.Kind is "variable_declarator" or "assignment_expression") Set(node);
        else if (node.Kind == "method_invocation") Call(node, node["name"].Text, node["object"].Text);
        else if (node.Kind == "return_statement" && node.FirstNamed.Kind == "identifier") Forget(node.FirstNamed.Text);
        foreach (var child in node.Named) Walk(child);
    }

    void Set(SyntaxNode node)
    {
        var (name, value) = node.Kind == "variable_declarator" ? (node["name"].Text, node["value"]) : (node["left"].Text, node["right"]);
        if (value.Kind == "method_invocation" && value["name"].Text == "createTempFile" && value["object"].Text == "File") files.TryAdd(name, value);
        if (IsClearable(value) && name.Contains("password", StringComparison.OrdinalIgnoreCase)) passwords.TryAdd(name, node);
        if (value.Kind == "identifier" && value.Text != name) Forget(value.Text);
    }

    /// <summary>What holds a password in memory that its owner can overwrite, and a text made of it, which nobody can.</summary>
    static bool IsClearable(SyntaxNode value) => value.Kind switch
    {
        "array_creation_expression" => value["type"].Text == "char",
        "object_creation_expression" => value["type"].Text is "StringBuffer" or "StringBuilder" or "String",
        "method_invocation" => value["name"].Text is "getPassword" or "readPassword" or "readLine",
        _ => false,
    };

    void Call(SyntaxNode call, string method, string subject)
    {
        if (method is "delete" or "setLength") cleared.Add(subject);
        if (method is "deleteOnExit" or "delete" or "deleteIfExists") removed.Add(subject);
        if (method is "setReadable" or "setWritable" or "setExecutable" or "setReadOnly" or "setPosixFilePermissions") guarded.Add(subject);
        if (method is not ("fill" or "delete" or "deleteIfExists" or "setPosixFilePermissions")) return;
        foreach (var argument in call["arguments"].Named)
        {
            cleared.Add(argument.Text);
            removed.Add(argument.Text);
            guarded.Add(argument.Text);
        }
    }

    /// <summary>The folder that a temporary file is made in, or the empty text.</summary>
    static string FolderOf(SyntaxNode made) => made["arguments"].Named.ToList() is [_, _, var folder] ? folder.Text : "";

    /// <summary>What is handed on is another's to remove.</summary>
    void Forget(string name)
    {
        removed.Add(name);
        guarded.Add(name);
        cleared.Add(name);
    }
}

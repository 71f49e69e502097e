using System.Runtime.InteropServices;

namespace Merlon.Analysis.Dataflow.Languages.Syntax;

/// <summary>
/// The functions of the tree-sitter runtime that Merlon calls, with its structures laid out as in <c>tree_sitter/api.h</c>.
/// What is called for each node takes nanoseconds and never calls back, so it skips the transition of the garbage collector.
/// </summary>
static unsafe partial class NativeTreeSitter
{
    const string Library = "merlon_grammars";

    /// <summary><c>TSNode</c>; the first word of the context is the start byte.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Node
    {
        public uint StartByte, StartRow, StartColumn, Alias;
        public nint Id, Tree;
    }

    /// <summary><c>TSTreeCursor</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Cursor
    {
        public nint Tree, Id;
        public uint Context0, Context1, Context2;
    }

    [LibraryImport(Library, EntryPoint = "tree_sitter_java")] public static partial nint Java();
    [LibraryImport(Library, EntryPoint = "tree_sitter_javascript")] public static partial nint JavaScript();
    [LibraryImport(Library, EntryPoint = "tree_sitter_typescript")] public static partial nint TypeScript();
    [LibraryImport(Library, EntryPoint = "tree_sitter_tsx")] public static partial nint Tsx();
    [LibraryImport(Library, EntryPoint = "tree_sitter_python")] public static partial nint Python();

    [LibraryImport(Library, EntryPoint = "ts_language_symbol_count")] public static partial uint SymbolCount(nint language);
    [LibraryImport(Library, EntryPoint = "ts_language_symbol_name")] public static partial nint SymbolName(nint language, ushort symbol);
    [LibraryImport(Library, EntryPoint = "ts_language_symbol_type")] public static partial int SymbolType(nint language, ushort symbol);
    [LibraryImport(Library, EntryPoint = "ts_language_field_count")] public static partial uint FieldCount(nint language);
    [LibraryImport(Library, EntryPoint = "ts_language_field_name_for_id")] public static partial nint FieldName(nint language, ushort field);

    [LibraryImport(Library, EntryPoint = "ts_parser_new")] public static partial nint NewParser();
    [LibraryImport(Library, EntryPoint = "ts_parser_delete")] public static partial void DeleteParser(nint parser);
    [LibraryImport(Library, EntryPoint = "ts_parser_set_language")]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool SetLanguage(SyntaxParserHandle parser, nint language);
    [LibraryImport(Library, EntryPoint = "ts_parser_parse_string")]
    public static partial SyntaxTreeHandle Parse(SyntaxParserHandle parser, nint oldTree, byte* text, uint length);

    [LibraryImport(Library, EntryPoint = "ts_tree_delete")] public static partial void DeleteTree(nint tree);
    [LibraryImport(Library, EntryPoint = "ts_tree_root_node")] public static partial Node RootNode(SyntaxTreeHandle tree);
    [SuppressGCTransition, LibraryImport(Library, EntryPoint = "ts_node_symbol")] public static partial ushort Symbol(Node node);
    [SuppressGCTransition, LibraryImport(Library, EntryPoint = "ts_node_end_byte")] public static partial uint EndByte(Node node);

    [LibraryImport(Library, EntryPoint = "ts_tree_cursor_new")] public static partial Cursor NewCursor(Node node);
    [LibraryImport(Library, EntryPoint = "ts_tree_cursor_delete")] public static partial void DeleteCursor(ref Cursor cursor);
    [SuppressGCTransition, LibraryImport(Library, EntryPoint = "ts_tree_cursor_current_node")] public static partial Node Current(ref Cursor cursor);
    [SuppressGCTransition, LibraryImport(Library, EntryPoint = "ts_tree_cursor_current_field_id")] public static partial ushort CurrentField(ref Cursor cursor);
    [SuppressGCTransition, LibraryImport(Library, EntryPoint = "ts_tree_cursor_goto_first_child")]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool GoToFirstChild(ref Cursor cursor);
    [SuppressGCTransition, LibraryImport(Library, EntryPoint = "ts_tree_cursor_goto_next_sibling")]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool GoToNextSibling(ref Cursor cursor);
    [SuppressGCTransition, LibraryImport(Library, EntryPoint = "ts_tree_cursor_goto_parent")]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool GoToParent(ref Cursor cursor);
}

/// <summary>Owns a native parser.</summary>
sealed class SyntaxParserHandle() : SafeHandle(0, ownsHandle: true)
{
    public static SyntaxParserHandle Create()
    {
        var created = new SyntaxParserHandle();
        created.SetHandle(NativeTreeSitter.NewParser());
        return created;
    }

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        NativeTreeSitter.DeleteParser(handle);
        return true;
    }
}

/// <summary>Owns a native tree, which lives only while it is copied into a <see cref="SyntaxTree"/>.</summary>
sealed class SyntaxTreeHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        NativeTreeSitter.DeleteTree(handle);
        return true;
    }
}

using System.Globalization;
using System.Text;

namespace Merlon.Analysis.Manifests.Formats;

/// <summary>TOML 1.0 (toml.io) as far as manifests need it: all of its syntax; numbers, dates and booleans stay the text they are.
/// Forgiving where the specification refuses (a table defined twice is joined), strict about what it cannot understand.</summary>
sealed class Toml
{
    const int MaxDepth = 100;

    readonly string text;
    int at;

    Toml(string text) => this.text = text;

    public static DataNode Read(ManifestFile file) => Read(file.Text());

    public static DataNode Read(string text) => new Toml(text.Replace("\r\n", "\n", StringComparison.Ordinal)).Document();

    DataNode Document()
    {
        var root = NewMap();
        var table = root;
        while (SkipToContent())
        {
            if (Peek() == '[') table = Header(root);
            else KeyAndValue(table, 0);
            EndOfLine();
        }
        return root;
    }

    DataNode Header(DataNode root)
    {
        var many = Next(1) == '[';
        at += many ? 2 : 1;
        var path = Key();
        Expect(']');
        if (many) Expect(']');
        var folder = Descend(root, path.SkipLast(1));
        return many ? Append(folder, path[^1]) : Descend(folder, [path[^1]]);
    }

    /// <summary>The table at a path; of an array of tables on the way, its last.</summary>
    DataNode Descend(DataNode table, IEnumerable<string> path)
    {
        foreach (var key in path)
        {
            var next = table[key];
            if (next.Items.Count > 0) next = next.Items[^1];
            if (!next.Exists) Put(table, key, next = NewMap());
            table = next.IsMap ? next : throw Fault($"\"{key}\" is no table");
        }
        return table;
    }

    DataNode Append(DataNode table, string key)
    {
        var added = NewMap();
        if (table[key].Items is List<DataNode> list) list.Add(added);
        else Put(table, key, new() { Items = new List<DataNode> { added } });
        return added;
    }

    void KeyAndValue(DataNode table, int depth)
    {
        var path = Key();
        Expect('=');
        SkipBlanks();
        Put(Descend(table, path.SkipLast(1)), path[^1], Value(depth));
    }

    List<string> Key()
    {
        var parts = new List<string>();
        do
        {
            SkipBlanks();
            parts.Add(Peek() is '"' or '\'' ? String() : Bare());
            SkipBlanks();
        }
        while (Take('.'));
        return parts.Count <= MaxDepth ? parts : throw Fault("too long a key");
    }

    string Bare()
    {
        var start = at;
        while (Peek() is var c && (char.IsAsciiLetterOrDigit(c) || c is '-' or '_')) at++;
        return at > start ? text[start..at] : throw Fault("a key is missing");
    }

    DataNode Value(int depth)
    {
        if (depth > MaxDepth) throw Fault($"nested deeper than {MaxDepth}");
        return Peek() switch
        {
            '"' or '\'' => new() { Text = String() },
            '[' => List(depth),
            '{' => InlineTable(depth),
            _ => new() { Text = Plain() },
        };
    }

    string Plain()
    {
        var start = at;
        while (Peek() is not ('\0' or '\n' or ',' or ']' or '}' or '#')) at++;
        var value = text[start..at].Trim();
        // Only between a date and its time may a blank stand.
        return value.Length > 0 && (value.IndexOf(' ') is < 0 or 10) ? value : throw Fault("a value is missing or not one");
    }

    DataNode List(int depth)
    {
        var items = new List<DataNode>();
        at++;
        while (SkipToContent() && !Take(']'))
        {
            items.Add(Value(depth + 1));
            SkipToContent();
            if (!Take(',') && Peek() != ']') throw Fault("',' or ']' is missing");
        }
        return new() { Items = items };
    }

    DataNode InlineTable(int depth)
    {
        var table = NewMap();
        at++;
        while (SkipToContent() && !Take('}'))
        {
            KeyAndValue(table, depth + 1);
            SkipToContent();
            if (!Take(',') && Peek() != '}') throw Fault("',' or '}' is missing");
        }
        return table;
    }

    string String()
    {
        var quote = Peek();
        var many = Next(1) == quote && Next(2) == quote;
        at += many ? 3 : 1;
        if (many && Peek() == '\n') at++;
        var built = new StringBuilder();
        while (!(many ? Peek() == quote && Next(1) == quote && Next(2) == quote && Next(3) != quote : Peek() == quote))
        {
            if (at >= text.Length || (!many && Peek() == '\n')) throw Fault("a string does not end");
            if (quote == '"' && Peek() == '\\') Escape(built);
            else built.Append(text[at++]);
        }
        at += many ? 3 : 1;
        return built.ToString();
    }

    void Escape(StringBuilder built)
    {
        var c = Next(1);
        at += 2;
        if (c is 'u' or 'U')
        {
            var digits = c == 'u' ? 4 : 8;
            if (at + digits > text.Length || !int.TryParse(text.AsSpan(at, digits), NumberStyles.AllowHexSpecifier, null, out var code) || !Rune.IsValid(code))
                throw Fault("an escape is not a character");
            built.Append(new Rune(code));
            at += digits;
        }
        else if (char.IsWhiteSpace(c)) while (char.IsWhiteSpace(Peek())) at++;
        else built.Append(c switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'b' => '\b', 'f' => '\f', 'e' => '\x1B', _ => c });
    }

    /// <summary>Skips blanks, line ends and comments; false at the end of the text.</summary>
    bool SkipToContent()
    {
        while (at < text.Length)
        {
            if (text[at] == '#') while (Peek() is not ('\n' or '\0')) at++;
            else if (char.IsWhiteSpace(text[at]) || text[at] == '\uFEFF') at++;
            else return true;
        }
        return false;
    }

    void SkipBlanks()
    {
        while (Peek() is ' ' or '\t') at++;
    }

    void EndOfLine()
    {
        SkipBlanks();
        if (Peek() is not ('\0' or '\n' or '#')) throw Fault("the line goes on after its value");
    }

    void Expect(char c)
    {
        SkipBlanks();
        if (!Take(c)) throw Fault($"'{c}' is missing");
    }

    bool Take(char c)
    {
        if (Peek() != c) return false;
        at++;
        return true;
    }

    char Peek() => Next(0);

    char Next(int ahead) => at + ahead < text.Length ? text[at + ahead] : '\0';

    static DataNode NewMap() => new() { Fields = new OrderedDictionary<string, DataNode>(StringComparer.Ordinal) };

    static void Put(DataNode table, string key, DataNode value) => ((OrderedDictionary<string, DataNode>)table.Fields)[key] = value;

    ManifestException Fault(string what) => new($"not TOML, line {1 + text.AsSpan(0, Math.Min(at, text.Length)).Count('\n')}: {what}");
}

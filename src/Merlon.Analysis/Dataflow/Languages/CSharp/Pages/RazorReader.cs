using System.Text;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Pages;

/// <summary>
/// Reads a page of Razor and writes the statements that print it: markup is followed for the place of what is printed and left out, code is copied.
/// The page is read byte by byte, as Latin-1, as all that matters here is ASCII.
/// </summary>
sealed class RazorReader
{
    const int DeepestNesting = 100;

    static readonly HashSet<string> Blocks = ["if", "for", "foreach", "while", "switch", "lock", "try", "do", "using"];
    static readonly HashSet<string> Continuations = ["else", "catch", "finally"];

    /// <summary>Directives that end with their line, and those whose line is kept for the class.</summary>
    static readonly HashSet<string> Lines =
    [
        "addTagHelper", "attribute", "implements", "inherits", "inject", "layout", "model", "namespace", "page", "preservewhitespace", "removeTagHelper",
        "rendermode", "tagHelperPrefix", "typeparam", "using",
    ];

    readonly SourceFile file;
    readonly string page;
    readonly bool isComponent;
    readonly MarkupContext html = new();
    readonly MappedText members = new();
    MappedText body = new();
    int at, depth;

    enum Until { End, Element, Line, Brace }

    RazorReader(SourceFile file, bool isComponent) => (this.file, page, this.isComponent) = (file, Encoding.Latin1.GetString(file.Text.Span), isComponent);

    /// <summary>Directives with what stands behind them on their line.</summary>
    public List<(string Name, string Value)> Directives { get; } = [];

    /// <summary>What the page adds to its class.</summary>
    public MappedText Members => members;

    /// <summary>The statements that print the page.</summary>
    public MappedText Body => body;

    public static RazorReader Read(SourceFile file, bool isComponent)
    {
        var reader = new RazorReader(file, isComponent);
        reader.Markup(Until.End);
        return reader;
    }

    bool Is(string expected) => CodeText.Is(page, at, expected);

    char Next => at + 1 < page.Length ? page[at + 1] : '\0';

    void Markup(Until until)
    {
        if (++depth > DeepestNesting) at = page.Length;
        var (opened, braces, begun) = (html.Depth, 0, false);
        while (at < page.Length)
        {
            var c = page[at];
            if (until == Until.Line && c == '\n' || until == Until.Brace && c == '}' && braces == 0) break;
            if (c == '@' && !IsAddress() && !IsDirectiveAttribute())
            {
                Transition();
                continue;
            }
            if (until == Until.Brace) braces += c == '{' ? 1 : c == '}' ? -1 : 0;
            html.Feed(c);
            at++;
            begun |= c == '<';
            if (until == Until.Element && begun && html.IsBetweenTags && html.Depth <= opened) break;
        }
        if (until == Until.Line) html.Depth = opened;
        depth--;
    }

    /// <summary>The sign of a mail address is none of the page's.</summary>
    bool IsAddress() => at > 0 && char.IsAsciiLetterOrDigit(page[at - 1]) && char.IsAsciiLetterOrDigit(Next);

    /// <summary><c>@onclick="..."</c>, and the code in its quotes.</summary>
    bool IsDirectiveAttribute()
    {
        if (!isComponent) return false;
        if (html.IsDirectiveValue) return true;
        if (html.IsBetweenTags || html.Place != MarkupPlace.Unquoted || !char.IsAsciiLetter(Next)) return false;
        var end = at + 1;
        while (end < page.Length && (char.IsAsciiLetterOrDigit(page[end]) || page[end] is ':' or '-')) end++;
        return end < page.Length && page[end] == '=';
    }

    /// <summary>What an <c>@</c> begins.</summary>
    void Transition()
    {
        if (Is("@@")) Skip(2);
        else if (Is("@*")) at = CodeText.AfterLiteral(page, at);
        else if (Next == '(') Explicit();
        else if (Next == '{') Statements();
        else if (Next == ':') Line();
        else if (char.IsAsciiLetter(Next) || Next == '_') Named(RazorText.WordAt(page, at + 1));
        else Skip(1);
    }

    void Skip(int count)
    {
        html.Feed(page.AsSpan(at, Math.Min(count, page.Length - at)));
        at += count;
    }

    void Line()
    {
        at += 2;
        Markup(Until.Line);
    }

    void Named(string word)
    {
        var after = RazorText.AfterBlanks(page, at + 1 + word.Length);
        var opens = after < page.Length ? page[after] : '\0';
        if (word is "functions" or "code" && opens == '{') CopyMembers(after);
        else if (word == "section") Section();
        else if (word == "helper") Function();
        else if (Blocks.Contains(word) && opens is '(' or '{' || word == "using" && opens == '(') Statement(word);
        else if (Lines.Contains(word) && !IsMemberAt(at + 1 + word.Length)) Directive(word);
        else Implicit();
    }

    /// <summary><c>@page.Title</c> is a variable of that name.</summary>
    bool IsMemberAt(int place) => place < page.Length && page[place] is '.' or '(' or '[';

    void Directive(string name)
    {
        var (from, end) = (at + 1 + name.Length, CodeText.EndOf(page, "\n", at));
        Directives.Add((name, page[Math.Min(from, end)..end].Trim().TrimEnd(';')));
        at = end;
    }

    void CopyMembers(int brace)
    {
        var end = CodeText.Closing(page, brace);
        members.Copy(file, brace + 1, end);
        members.Write(file, at, at, "\n");
        at = Math.Min(end + 1, page.Length);
    }

    /// <summary><c>@section Scripts { markup }</c></summary>
    void Section()
    {
        at = Math.Min(CodeText.EndOf(page, "{", at) + 1, page.Length);
        Markup(Until.Brace);
        at = Math.Min(at + 1, page.Length);
    }

    /// <summary><c>@helper Name(arguments) { statements }</c></summary>
    void Function()
    {
        var (from, open) = (at + "@helper".Length, CodeText.EndOf(page, "{", at));
        var outer = body;
        body = new MappedText();
        body.Write(file, at, from, "object ");
        body.Copy(file, from, open);
        BlockAt(open);
        body.Write(file, at, at, "\n");
        members.Append(body);
        body = outer;
    }

    /// <summary><c>@{ statements }</c>: what they declare is known in the rest of the page.</summary>
    void Statements()
    {
        at += 2;
        Code();
        body.Write(file, at, at, "\n");
    }

    /// <summary>Statements in braces.</summary>
    void BlockAt(int brace)
    {
        at = brace + 1;
        body.Write(file, brace, at, "{");
        Code();
        body.Write(file, at, at, "}\n");
    }

    /// <summary>Statements that begin with a word, and what goes on with them, such as <c>else</c>.</summary>
    void Statement(string word)
    {
        for (at++; ;)
        {
            var open = RazorText.AfterHead(page, at);
            body.Copy(file, at, open);
            if (open >= page.Length || page[open] != '{') { at = Math.Min(open + 1, page.Length); return; }
            BlockAt(open);
            var next = RazorText.AfterBlanks(page, at);
            var follows = next < page.Length ? RazorText.WordAt(page, next) : "";
            if (word == "do" && follows == "while")
            {
                var end = Math.Min(CodeText.EndOf(page, ";", next) + 1, page.Length);
                body.Copy(file, next, end);
                at = end;
                return;
            }
            if (!Continuations.Contains(follows) || word is not ("if" or "try")) return;
            at = next;
        }
    }

    /// <summary>Copies statements up to the brace that closes them, and reads the markup among them.</summary>
    void Code()
    {
        var (level, from, begins) = (0, at, true);
        void Flush() => body.Copy(file, from, at);
        while (at < page.Length)
        {
            var c = page[at];
            if (begins && (c == '<' && IsTag() || c == '@' && Next != '"' && Next != '$'))
            {
                Flush();
                if (c == '<') Markup(Until.Element);
                else Transition();
                from = at;
                continue;
            }
            if (CodeText.AfterLiteral(page, at) is var after && after > at)
            {
                begins &= c is '/';
                at = after;
                continue;
            }
            if (c == '@' && Next == '<') { Flush(); Template(); from = at; continue; }
            if (c == '}' && level-- == 0) break;
            if (c == '{') level++;
            begins = c is '{' or '}' or ';' or ':' || begins && char.IsWhiteSpace(c);
            at++;
        }
        Flush();
        at = Math.Min(at + 1, page.Length);
    }

    bool IsTag() => char.IsAsciiLetter(Next) || Next is '!' or '/';

    /// <summary>Markup as a value: <c>@&lt;b&gt;text&lt;/b&gt;</c>. What it prints is not looked at: who gets the value prints it.</summary>
    void Template()
    {
        body.Write(file, at, at + 1, "null");
        at++;
        var outer = body;
        body = new MappedText();
        Markup(Until.Element);
        body = outer;
    }

    void Explicit()
    {
        var end = CodeText.Closing(page, at + 1);
        Print(at + 2, end);
        at = Math.Min(end + 1, page.Length);
    }

    void Implicit()
    {
        var end = RazorText.AfterExpression(page, at + 1);
        Print(at + 1, end);
        at = end;
    }

    /// <summary>
    /// Writes a call that says where the expression is printed. Components print by setting attributes, so that no blank ends one; what is
    /// marked as markup already is judged where that is done.
    /// </summary>
    void Print(int from, int to)
    {
        var place = html.Place;
        var isMarkup = CodeText.Is(page, from, "Html.Raw(") || CodeText.Is(page, from, "await Html.");
        if (isMarkup || isComponent && place is MarkupPlace.Unquoted or MarkupPlace.Script) place = MarkupPlace.Text;
        body.Write(file, at, to, $"{PageTypes.Output}.{place}(");
        body.Copy(file, from, to);
        body.Write(file, at, to, ");\n");
        html.Printed();
    }
}

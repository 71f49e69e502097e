namespace Merlon.Analysis.Dataflow.Languages;

/// <summary>
/// Tells from the characters of C# or Java alone how deep brackets, type arguments and interpolated texts nest in it. Parsers look ahead at each
/// bracket, so that their time grows much faster than the depth: what is nested beyond reason must not reach them.
/// </summary>
sealed class CodeNesting
{
    /// <summary>Code that people write stays below 40, code that programs write below 100.</summary>
    public const int Deepest = 256;

    /// <summary>What is open around a place: brackets as they are written, and the two kinds of interpolated texts.</summary>
    const char Text = '"', Verbatim = '@';

    readonly string code;
    readonly Stack<char> open = [];

    /// <summary>Of the statement so far: signs that may open type arguments, less those that may close them.</summary>
    int angles;

    CodeNesting(string code) => this.code = code;

    public static bool IsTooDeep(string code)
    {
        var nesting = new CodeNesting(code);
        for (var at = 0; at < code.Length;)
        {
            at = nesting.Read(at);
            if (nesting.open.Count > Deepest || nesting.angles > Deepest) return true;
        }
        return false;
    }

    char this[int at] => at >= 0 && at < code.Length ? code[at] : '\0';

    /// <summary>Reads what begins at a place; gives where to go on.</summary>
    int Read(int at)
    {
        if (open.TryPeek(out var around) && around is Text or Verbatim) return ReadText(at, around == Verbatim);
        if (OpeningOfText(at) is > 0 and var opening)
        {
            open.Push(code.AsSpan(at, opening).Contains('@') ? Verbatim : Text);
            return at + opening;
        }
        var after = CodeText.AfterLiteral(code, at);
        if (after > at) return after;
        ReadSign(at);
        return at + 1;
    }

    /// <summary>The length of what opens an interpolated text here; raw ones are passed over as a whole.</summary>
    int OpeningOfText(int at) =>
        CodeText.Is(code, at, "$\"\"\"") ? 0 : CodeText.Is(code, at, "$\"") ? 2 : CodeText.Is(code, at, "$@\"") || CodeText.Is(code, at, "@$\"") ? 3 : 0;

    int ReadText(int at, bool isVerbatim)
    {
        var c = code[at];
        if (c == '\\' && !isVerbatim || c is '{' or '}' && this[at + 1] == c || c == '"' && isVerbatim && this[at + 1] == c) return at + 2;
        if (c == '"' || c == '\n' && !isVerbatim) open.Pop();
        else if (c == '{') open.Push(c);
        return at + 1;
    }

    void ReadSign(int at)
    {
        switch (code[at])
        {
            case '(' or '[' or '{':
                open.Push(code[at]);
                break;
            case ')' or ']' or '}' when open.Count > 0:
                open.Pop();
                break;
            case '<' when this[at + 1] is not ('<' or '=') && this[at - 1] != '<':
                angles++;
                break;
            case '>' when this[at - 1] is not ('=' or '-') && angles > 0:
                angles--;
                break;
        }
        if (code[at] is ';' or '{' or '}') angles = 0;
    }
}

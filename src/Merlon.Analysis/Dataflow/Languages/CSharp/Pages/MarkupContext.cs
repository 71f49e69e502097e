using System.Text;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Pages;

/// <summary>
/// Follows the markup of a page character by character and knows the place that it has come to. What is no more than a rough reading of HTML is
/// enough for that: tags, attributes, comments and the two elements whose content is no markup.
/// </summary>
sealed class MarkupContext
{
    const int LongestValue = 32;

    static readonly HashSet<string> Void = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    };

    static readonly HashSet<string> Loading = new(StringComparer.OrdinalIgnoreCase) { "iframe", "frame", "embed", "script" };

    readonly StringBuilder word = new(), value = new();
    State state;
    string tag = "", attribute = "", raw = "";
    char quote, last, previous;
    bool isEnd, isSelfClosing, isScript = true;

    enum State { Text, Open, TagName, Inside, AttributeName, BeforeValue, Value, Comment, Raw }

    /// <summary>How many elements are open.</summary>
    public int Depth { get; set; }

    /// <summary>Whether the place is between tags.</summary>
    public bool IsBetweenTags => state == State.Text;

    /// <summary>The place of what is printed now.</summary>
    public MarkupPlace Place => state switch
    {
        State.Raw => raw == "script" && isScript ? MarkupPlace.Script : MarkupPlace.Text,
        State.Open or State.TagName or State.Inside or State.AttributeName or State.BeforeValue => MarkupPlace.Unquoted,
        State.Value => InValue(),
        _ => MarkupPlace.Text,
    };

    /// <summary>Whether the value of an attribute is read that the page's own language gives a meaning to, such as <c>@onclick</c>.</summary>
    public bool IsDirectiveValue => state is State.Value or State.BeforeValue && attribute.StartsWith('@');

    /// <summary>Something is printed here.</summary>
    public void Printed()
    {
        if (state == State.BeforeValue) (state, quote) = (State.Value, '\0');
        if (state == State.Value) value.Append('\u0001');
    }

    public void Feed(ReadOnlySpan<char> text)
    {
        foreach (var c in text) Feed(c);
    }

    public void Feed(char c)
    {
        switch (state)
        {
            case State.Text when c == '<':
                (state, isEnd, isSelfClosing) = (State.Open, false, false);
                break;
            case State.Open:
                Open(c);
                break;
            case State.TagName:
                if (char.IsAsciiLetterOrDigit(c) || c is '-' or ':' or '_' or '.') word.Append(c);
                else EndName(c);
                break;
            case State.Inside or State.AttributeName or State.BeforeValue:
                Inside(c);
                break;
            case State.Value:
                InValue(c);
                break;
            case State.Comment:
                InComment(c);
                break;
            case State.Raw:
                InRaw(c);
                break;
        }
        (previous, last) = (last, c);
    }

    /// <summary><c>&lt;!-- --&gt;</c>, or a declaration, which ends with its first bracket.</summary>
    void InComment(char c)
    {
        if (c == '>' && (word.Length < 2 || word[0] != '-' || last == '-' && previous == '-')) state = State.Text;
        else if (word.Length < 2) word.Append(c);
    }

    void Open(char c)
    {
        word.Clear();
        if (c == '/') isEnd = true;
        else if (char.IsAsciiLetter(c)) (state, _) = (State.TagName, word.Append(c));
        else state = c == '!' ? State.Comment : State.Text;
    }

    void EndName(char c)
    {
        (tag, state, attribute) = (word.ToString(), State.Inside, "");
        word.Clear();
        isScript = true;
        Inside(c);
    }

    void Inside(char c)
    {
        if (c == '>') EndTag();
        else if (c == '=') (state, attribute) = (State.BeforeValue, word.ToString());
        else if (state == State.BeforeValue && c is '"' or '\'') BeginValue(c);
        else if (char.IsWhiteSpace(c)) state = state == State.AttributeName ? State.Inside : state;
        else if (state == State.BeforeValue) BeginUnquoted(c);
        else if (c == '/') isSelfClosing = true;
        else NamePart(c);
    }

    void NamePart(char c)
    {
        if (state == State.Inside) word.Clear();
        (state, isSelfClosing) = (State.AttributeName, false);
        word.Append(c);
    }

    void BeginValue(char opening)
    {
        (state, quote) = (State.Value, opening);
        value.Clear();
    }

    void BeginUnquoted(char c)
    {
        BeginValue('\0');
        value.Append(c);
    }

    void InValue(char c)
    {
        if (quote == '\0' ? c == '>' || char.IsWhiteSpace(c) : c == quote)
        {
            if (tag.Equals("script", StringComparison.OrdinalIgnoreCase) && attribute.Equals("type", StringComparison.OrdinalIgnoreCase)) isScript = IsScriptType(value.ToString());
            state = State.Inside;
            word.Clear();
            value.Clear();
            if (c == '>') EndTag();
        }
        else if (value.Length < LongestValue)
        {
            value.Append(c);
        }
    }

    void InRaw(char c)
    {
        if (c == '<') word.Clear();
        word.Append(word.Length < LongestValue ? c : '\0');
        if (c != '>' || !word.ToString().StartsWith("</" + raw, StringComparison.OrdinalIgnoreCase)) return;
        state = State.Text;
        Depth--;
    }

    void EndTag()
    {
        state = State.Text;
        var isVoid = Void.Contains(tag) || isSelfClosing || last == '/';
        if (isEnd) Depth--;
        else if (!isVoid) Depth++;
        if (isEnd || isVoid || !(tag.Equals("script", StringComparison.OrdinalIgnoreCase) || tag.Equals("style", StringComparison.OrdinalIgnoreCase))) return;
        (state, raw) = (State.Raw, tag.ToUpperInvariant() == "SCRIPT" ? "script" : "style");
        word.Clear();
    }

    static bool IsScriptType(string type) =>
        type.Length == 0 || type.Equals("module", StringComparison.OrdinalIgnoreCase) || type.Contains("javascript", StringComparison.OrdinalIgnoreCase) || type.Contains('\u0001', StringComparison.Ordinal);

    MarkupPlace InValue()
    {
        if (attribute.StartsWith("on", StringComparison.OrdinalIgnoreCase)) return MarkupPlace.Script;
        if (IsAddress() && value.ToString().TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase)) return MarkupPlace.Script;
        if (quote == '\0') return MarkupPlace.Unquoted;
        return IsAddress() && value.ToString().AsSpan().Trim().IsEmpty ? MarkupPlace.Address : MarkupPlace.Text;
    }

    bool IsAddress() => attribute.ToUpperInvariant() switch
    {
        "HREF" => !tag.Equals("link", StringComparison.OrdinalIgnoreCase),
        "ACTION" or "FORMACTION" or "XLINK:HREF" => true,
        "SRC" => Loading.Contains(tag),
        "DATA" => tag.Equals("object", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}

using System.Text;

namespace Merlon.Analysis.Dataflow.Languages.Java.Pages;

/// <summary>
/// Writes an expression of the Jakarta Expression Language as one of Java that has the same data in it. What an expression compares, counts
/// or computes is no text from outside: only which values can come out of it is kept. Names are looked up as the page does, the implicit
/// objects of chapter JSP.2 in the request that they stand for. The types <c>merlon.Page</c> and <c>Functions</c> are described in the models.
/// </summary>
sealed class ExpressionLanguage
{
    const int Deepest = 40;

    /// <summary>A truth value that nobody knows.</summary>
    public const string Unknown = "merlon.Page.test(null)";

    /// <summary>The operators from the loosest to the tightest, and how their results are written.</summary>
    static readonly (string[] Names, string Result)[] Levels =
    [
        (["||", "or"], Unknown), (["&&", "and"], Unknown), (["==", "!=", "eq", "ne"], Unknown), (["<=", ">=", "<", ">", "le", "ge", "lt", "gt"], Unknown),
        (["+="], ""), (["+", "-"], "merlon.Page.number()"), (["*", "/", "%", "div", "mod"], "merlon.Page.number()"),
    ];

    static readonly Dictionary<string, string> ImplicitMaps = new()
    {
        ["param"] = "request.getParameter", ["paramValues"] = "request.getParameterValues", ["header"] = "request.getHeader", ["headerValues"] = "request.getHeaders",
        ["requestScope"] = "request.getAttribute", ["sessionScope"] = "pageContext.getSession().getAttribute", ["pageScope"] = "pageContext.getAttribute",
        ["applicationScope"] = "pageContext.getServletContext().getAttribute", ["initParam"] = "pageContext.getServletContext().getInitParameter",
    };

    readonly string text;
    int at, depth;

    ExpressionLanguage(string text) => this.text = text;

    /// <summary>The Java expression; <c>null</c>, as Java writes it, for what cannot be read.</summary>
    public static string ToJava(string expression)
    {
        var reader = new ExpressionLanguage(expression);
        return reader.Choice() is { } java && reader.Next() == '\0' ? java : "null";
    }

    /// <summary>A text as a literal of Java.</summary>
    public static string Quote(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (var c in text) literal.Append(c switch { '"' => "\\\"", '\\' => "\\\\", '\n' => "\\n", '\r' => "\\r", _ => c.ToString() });
        return literal.Append('"').ToString();
    }

    /// <summary>The next character that is no blank; zero at the end.</summary>
    char Next()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        return at < text.Length ? text[at] : '\0';
    }

    bool Take(string token)
    {
        if (Next() == '\0' || string.CompareOrdinal(text, at, token, 0, token.Length) != 0) return false;
        if (IsPartOfName(token[^1]) && at + token.Length < text.Length && IsPartOfName(text[at + token.Length])) return false;
        at += token.Length;
        return true;
    }

    static bool IsPartOfName(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '$' || c >= 0x80;

    string? Choice()
    {
        if (++depth > Deepest || Binary(0) is not { } condition) return null;
        depth--;
        if (!Take("?")) return condition;
        // Thymeleaf's expressions have this too: the condition itself unless it is null.
        if (Take(":")) return Choice() is { } other ? $"({Unknown} ? {condition} : {other})" : null;
        return Choice() is { } yes && Take(":") && Choice() is { } no ? $"({Unknown} ? {yes} : {no})" : null;
    }

    string? Binary(int level)
    {
        if (level == Levels.Length) return Unary();
        var left = Binary(level + 1);
        while (left is not null && TakesOperator(level))
            left = Binary(level + 1) is not { } right ? null : Levels[level].Result is { Length: > 0 } result ? result : $"({left} + \"\" + {right})";
        return left;
    }

    bool TakesOperator(int level)
    {
        // What joins texts begins like what adds numbers.
        if (Levels[level].Names[0] == "+" && Next() == '+' && string.CompareOrdinal(text, at, "+=", 0, 2) == 0) return false;
        return Array.Exists(Levels[level].Names, Take);
    }

    string? Unary()
    {
        var result = Take("!") || Take("not") || Take("empty") ? Unknown : Take("-") ? "merlon.Page.number()" : null;
        if (result is null) return Postfix();
        if (++depth > Deepest || Unary() is null) return null;
        depth--;
        return result;
    }

    string? Postfix()
    {
        var value = Primary();
        while (value is not null)
        {
            if (Take("?.") || Take(".")) value = Member(value, Name());
            else if (Take("[")) value = Choice() is { } key && Take("]") ? $"merlon.Page.member({value}, {key})" : null;
            else return value;
        }
        return null;
    }

    string? Member(string owner, string name)
    {
        if (name.Length == 0) return null;
        return Take("(") ? Arguments() is { } arguments ? $"({owner}).{name}({arguments})" : null : $"merlon.Page.member({owner}, {Quote(name)})";
    }

    string Name()
    {
        Next();
        var start = at;
        while (at < text.Length && IsPartOfName(text[at])) at++;
        return text[start..at];
    }

    string? Primary()
    {
        if (Take("(")) return Choice() is { } inner && Take(")") ? $"({inner})" : null;
        return Next() switch
        {
            '"' or '\'' => Literal(),
            >= '0' and <= '9' => Number(),
            var c when IsPartOfName(c) => Named(),
            _ => null,
        };
    }

    string? Literal()
    {
        var (quote, value) = (text[at++], new StringBuilder());
        for (; at < text.Length && text[at] != quote; at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length) at++;
            value.Append(text[at]);
        }
        return at++ < text.Length ? Quote(value.ToString()) : null;
    }

    string Number()
    {
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.')) at++;
        return "merlon.Page.number()";
    }

    string? Named()
    {
        var name = Name();
        if (name is "true" or "false" or "null") return name;
        if (at + 1 < text.Length && text[at] == ':' && IsPartOfName(text[at + 1]) && Function() is { } call) return call;
        if (name == "pageContext") return name;
        if (name == "cookie") return Key() is null ? null : "request.getCookies()[0]";
        if (!ImplicitMaps.TryGetValue(name, out var map)) return $"pageContext.findAttribute({Quote(name)})";
        // Without a key it is the map itself, whose values nobody wrote yet.
        if (Next() is not ('.' or '[')) return name is "param" or "paramValues" ? "request.getParameterMap()" : "null";
        return Key() is { } key ? $"{map}({key})" : null;
    }

    /// <summary>The member that is taken of a map: <c>.name</c> or <c>[key]</c>.</summary>
    string? Key()
    {
        if (Take(".")) return Name() is { Length: > 0 } name ? Quote(name) : null;
        return Take("[") && Choice() is { } key && Take("]") ? key : null;
    }

    /// <summary>A function of a tag library: all are looked up by their names in one type. What has no parentheses is the end of a choice.</summary>
    string? Function()
    {
        var colon = at++;
        var name = Name();
        if (Take("(")) return Arguments() is { } arguments ? $"org.apache.taglibs.standard.functions.Functions.{name}({arguments})" : null;
        at = colon;
        return null;
    }

    /// <summary>What stands between parentheses, of which the first is read already.</summary>
    string? Arguments()
    {
        var arguments = new List<string>();
        while (!Take(")"))
        {
            if (arguments.Count > 0 && !Take(",")) return null;
            if (Choice() is not { } argument) return null;
            arguments.Add(argument);
        }
        return string.Join(", ", arguments);
    }
}

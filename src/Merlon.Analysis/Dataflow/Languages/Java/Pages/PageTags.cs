using System.Globalization;

namespace Merlon.Analysis.Dataflow.Languages.Java.Pages;

/// <summary>
/// Writes the tags of the standard library, and the actions of pages themselves, as statements of Java that do the same with the data. Other tags
/// are given their attributes and print what they like: nothing is said of them, only of their bodies.
/// </summary>
sealed class PageTags
{
    const string Loop = $"while ({ExpressionLanguage.Unknown}) {{";
    const string Branch = $"if ({ExpressionLanguage.Unknown}) {{";

    /// <summary>The variables that hold the bodies of the tags around, innermost last.</summary>
    readonly Stack<string> bodies = [];
    int made;

    /// <summary>A statement that writes an expression to where the page writes at this place, as what stands before and after it.</summary>
    public (string Before, string After) Print => (bodies.TryPeek(out var body) ? $"{body}.append(" : "out.print(", "\n);\n");

    public string Start(PagePart tag) => tag.Name switch
    {
        "c:if" or "c:when" or "c:otherwise" => tag.IsClosed ? Branch : "",
        "c:forEach" or "c:forTokens" => tag.IsClosed ? $"{Loop} {Item(tag)}" : "",
        "th:each" => Item(tag),
        "c:set" when tag["value"] is { } value => Keep(tag, Value(value)),
        "c:set" or "c:out" when tag.IsClosed => Printed(tag) + Body(),
        "c:out" => Printed(tag),
        "c:redirect" when tag["url"] is { } url => $"response.sendRedirect({Value(url)});",
        "jsp:include" when tag["page"] is { } page => $"request.getRequestDispatcher({Value(page)}).include(request, response);",
        "jsp:forward" when tag["page"] is { } page => $"request.getRequestDispatcher({Value(page)}).forward(request, response);",
        "jsp:useBean" => Bean(tag),
        "jsp:setProperty" when IsSetByBody(tag) => Body(),
        "jsp:setProperty" => SetProperty(tag, tag["value"] is { } given ? Value(given) : null),
        "jsp:getProperty" when tag["property"] is { } property => PrintOf($"merlon.Page.member({BeanOf(tag)}, {ExpressionLanguage.Quote(property)})"),
        _ => "",
    };

    public string End(PagePart tag)
    {
        if (tag.Opening is not { } opening) return "";
        switch (tag.Name)
        {
            case "c:if" or "c:when" or "c:otherwise" or "c:forEach" or "c:forTokens":
                return "}";
            case "c:set" when opening["value"] is null:
                return Keep(opening, $"{bodies.Pop()}.toString()");
            case "jsp:setProperty" when IsSetByBody(opening):
                return SetProperty(opening, $"{bodies.Pop()}.toString()");
            case "c:out":
                var body = bodies.Pop();
                return IsUnescaped(opening) ? PrintOf($"{body}.toString()") : "";
            default:
                return "";
        }
    }

    /// <summary>The value of an attribute: text, expressions of both kinds, or all of them joined.</summary>
    static string Value(string attribute)
    {
        var (pieces, at) = (new List<string>(), 0);
        foreach (var element in PageReader.Read(attribute))
        {
            if (element.Kind is not (PageElementKind.Evaluation or PageElementKind.Expression)) continue;
            if (element.Start > at) pieces.Add(ExpressionLanguage.Quote(attribute[at..element.Start]));
            pieces.Add(element.Kind == PageElementKind.Evaluation ? ExpressionLanguage.ToJava(element.Code) : $"({element.Code})");
            at = element.End;
        }
        if (at < attribute.Length || pieces.Count == 0) pieces.Add(ExpressionLanguage.Quote(attribute[at..]));
        return pieces is [var only] ? only : string.Join(" + ", pieces.Prepend("\"\""));
    }

    string PrintOf(string expression) => Print.Before + expression + Print.After;

    static bool IsUnescaped(PagePart tag) => tag["escapeXml"] == "false";

    string Printed(PagePart tag) => tag.Name == "c:out" && IsUnescaped(tag)
        ? string.Concat(new[] { tag["value"], tag["default"] }.OfType<string>().Select(v => PrintOf(Value(v))))
        : "";

    string Body()
    {
        bodies.Push("merlonBody" + (++made).ToString(CultureInfo.InvariantCulture));
        return $"StringBuilder {bodies.Peek()} = new StringBuilder();";
    }

    static string Keep(PagePart tag, string value)
    {
        if (tag["var"] is not { } name) return "";
        var scope = tag["scope"] switch { "request" => "request", "session" => "pageContext.getSession()", "application" => "pageContext.getServletContext()", _ => "pageContext" };
        return $"{scope}.setAttribute({ExpressionLanguage.Quote(name)}, {value});";
    }

    static string Item(PagePart tag) => tag["items"] is { } items ? Keep(tag, $"merlon.Page.item({Value(items)})") : Keep(tag, "merlon.Page.number()");

    static string Bean(PagePart tag)
    {
        if (tag["id"] is not { } id || (tag["class"] ?? tag["type"]) is not { } type || !IsName(id) || !IsName(type)) return "";
        var scope = tag["scope"] is "request" or "session" or "application" ? tag["scope"] : "pageContext";
        return $"{type} {id} = new {type}(); {scope}.setAttribute({ExpressionLanguage.Quote(id)}, {id});";
    }

    static bool IsName(string text) => text.Length > 0 && char.IsAsciiLetter(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.');

    static string BeanOf(PagePart tag) => $"pageContext.findAttribute({ExpressionLanguage.Quote(tag["name"] ?? "")})";

    static bool IsSetByBody(PagePart tag) => tag is { IsClosed: true, HasAttributes: true } && tag["value"] is null && tag["param"] is null;

    /// <summary>Without a value the property is what the request's parameter of that name says; <c>*</c> is all of them.</summary>
    static string SetProperty(PagePart tag, string? value)
    {
        if (tag["property"] is not { Length: > 0 } property) return "";
        if (property == "*") return $"merlon.Page.fill({BeanOf(tag)}, request.getParameterMap());";
        value ??= $"request.getParameter({ExpressionLanguage.Quote(tag["param"] ?? property)})";
        return IsName(property) ? $"{BeanOf(tag)}.set{char.ToUpperInvariant(property[0])}{property[1..]}({value});" : "";
    }
}

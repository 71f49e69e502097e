using System.Collections.Immutable;

namespace Merlon.Analysis.Evidence.Licenses.Expressions;

/// <summary>
/// Reads SPDX licence expressions (SPDX 2.3, annex D) and what people write instead: lower-case operators, slashes and commas,
/// ids next to each other (a choice, as in U-Boot). Answers the expression with today's ids, or null when an id is unknown.
/// </summary>
internal sealed class ExpressionParser(SpdxIds ids)
{
    const int MostTerms = 200;

    /// <summary>The normalised expression, or null for anything that is none.</summary>
    public string? Parse(string text)
    {
        var parts = Split(text);
        if (parts.Count is 0 or > MostTerms) return null;
        var at = 0;
        var expression = Choice(parts, ref at);
        return at == parts.Count ? expression?.ToString() : null;
    }

    Node? Choice(ImmutableList<string> parts, ref int at) => Level(parts, ref at, "OR", static p => p is "OR");

    Node? Both(ImmutableList<string> parts, ref int at) => Level(parts, ref at, "AND", static p => p is "AND");

    Node? Level(ImmutableList<string> parts, ref int at, string operation, Func<string, bool> isOperator)
    {
        if (Next(parts, ref at) is not { } first) return null;
        var terms = ImmutableArray.Create(first);
        while (at < parts.Count && (isOperator(parts[at]) || (operation == "OR" && IsTerm(parts[at]))))
        {
            if (isOperator(parts[at])) at++;
            if (Next(parts, ref at) is not { } next) return null;
            terms = terms.Add(next);
        }
        return Node.Of(operation, terms);

        Node? Next(ImmutableList<string> all, ref int i) => operation == "OR" ? Both(all, ref i) : Term(all, ref i);
    }

    Node? Term(ImmutableList<string> parts, ref int at)
    {
        if (at >= parts.Count) return null;
        if (parts[at] == "(")
        {
            at++;
            var inner = Choice(parts, ref at);
            if (inner is null || at >= parts.Count || parts[at] != ")") return null;
            at++;
            return inner;
        }
        if (!IsTerm(parts[at]) || ids.License(parts[at++]) is not { } id) return null;
        if (at < parts.Count && parts[at] == "WITH")
        {
            if (at + 1 >= parts.Count || ids.Exception(parts[at + 1]) is not { } exception) return null;
            (id, at) = ($"{id} WITH {exception}", at + 2);
        }
        return id.Contains(" AND ", StringComparison.Ordinal) ? new("AND", [.. id.Split(" AND ").Select(i => new Node(i, []))]) : new(id, []);
    }

    static bool IsTerm(string part) => part is not ("(" or ")" or "AND" or "OR" or "WITH");

    static ImmutableList<string> Split(string text)
    {
        var parts = ImmutableList.CreateBuilder<string>();
        for (var at = 0; at < text.Length;)
        {
            var c = text[at];
            if (c is '(' or ')') { parts.Add(c.ToString()); at++; }
            else if (c is '/' or '|') { if (parts.Count > 0 && parts[^1] != "OR") parts.Add("OR"); at++; }
            else if (c is ',' or '&') { if (parts.Count > 0 && parts[^1] != "AND") parts.Add("AND"); at++; }
            else if (!IsIdChar(c)) { if (!char.IsWhiteSpace(c)) parts.Add("?"); at++; }
            else parts.Add(Word(text, ref at));
        }
        return parts.ToImmutable();
    }

    static string Word(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && IsIdChar(text[at])) at++;
        var word = text[start..at];
        return word.ToUpperInvariant() is "AND" or "OR" or "WITH" ? word.ToUpperInvariant() : word;
    }

    static bool IsIdChar(char c) => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '+' or ':' or '_';

    sealed record Node(string Operation, ImmutableArray<Node> Terms)
    {
        public static Node Of(string operation, ImmutableArray<Node> terms)
        {
            var flat = terms.SelectMany(t => t.Operation == operation ? t.Terms : [t]).DistinctBy(t => t.ToString(), StringComparer.Ordinal).ToImmutableArray();
            return flat.Length == 1 ? flat[0] : new(operation, flat);
        }

        public override string ToString() => Terms.Length == 0
            ? Operation
            : string.Join($" {Operation} ", Terms.Select(t => t.Operation == "OR" && Operation == "AND" ? $"({t})" : t.ToString()));
    }
}

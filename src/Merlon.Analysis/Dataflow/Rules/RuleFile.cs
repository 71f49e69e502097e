using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Models;
using Merlon.Analysis.Dataflow.Rules.Files;
using YamlDotNet.RepresentationModel;

namespace Merlon.Analysis.Dataflow.Rules;

/// <summary>
/// Reads a rule file: <c>marks:</c> says what marks mean, <c>source_groups:</c> names sets of kinds of sources, <c>rules:</c> lists rules, and <c>sinks:</c> adds sinks to rules
/// of other files, such as those of another language.
/// </summary>
/// <param name="isOurs">See <see cref="YamlFile"/>.</param>
sealed class RuleFile(string name, Marks marks, Dictionary<string, IReadOnlyList<string>> groups, bool isOurs)
{
    static readonly string[] RuleKeys =
    [
        "id", "type", "title", "cwe", "severity", "confidence", "cvss", "category", "potential", "owasp_2017", "owasp_2021", "explanation", "mend",
        "sources", "stops", "needs", "sinks", "returns", "functions", "routes", "constructs", "related_cwes",
    ];

    readonly YamlFile yaml = new(name, isOurs);

    public List<RuleFileError> Errors => yaml.Errors;
    public List<Rule> Rules { get; } = [];

    /// <summary>Further sinks by the id of their rule.</summary>
    public List<(string Rule, Sink Sink)> Sinks { get; } = [];

    /// <summary>What marks mean to who reads a finding, by their names.</summary>
    public List<KeyValuePair<string, string>> Meanings { get; } = [];

    public void Read(YamlMappingNode root)
    {
        foreach (var (key, value) in yaml.Entries(root, "marks", "source_groups", "rules", "sinks"))
        {
            if (key == "marks")
            {
                Meanings.AddRange(yaml.Entries(value).Select(e => KeyValuePair.Create(e.Key, yaml.Text(e.Value))));
                continue;
            }
            if (key == "sinks")
            {
                foreach (var (rule, of) in yaml.Entries(value)) Sinks.AddRange(yaml.Entries(of).SelectMany(t => SinksOf(t.Key, t.Value)).Select(s => (rule, s)));
                continue;
            }
            if (key == "source_groups")
                foreach (var (group, kinds) in yaml.Entries(value)) groups[group] = yaml.Texts(kinds);
            else if (value is YamlSequenceNode list)
                foreach (var rule in list) Add(rule);
            else yaml.Error(value, "A list of rules is expected here.");
        }
    }

    void Add(YamlNode node)
    {
        var rule = new Rule { Id = "", Title = "", Cwe = 0, Severity = FindingSeverity.Medium };
        foreach (var (key, value) in yaml.Entries(node, RuleKeys)) rule = With(rule, key, value);
        if (rule.Id.Length == 0) yaml.Error(node, "The rule has no id.");
        else if (rule.Title.Length == 0) yaml.Error(node, $"The rule '{rule.Id}' has no title.");
        else if (rule.Cwe == 0) yaml.Error(node, $"The rule '{rule.Id}' has no cwe.");
        Rules.Add(rule);
    }

    Rule With(Rule rule, string key, YamlNode value) => key switch
    {
        "id" => rule with { Id = yaml.Text(value) },
        "type" => rule with { Type = Word<FindingType>(value) ?? rule.Type },
        "title" => rule with { Title = yaml.Text(value) },
        "cwe" => rule with { Cwe = yaml.Value(value, t => int.TryParse(t, out var n) ? n : (int?)null, "a number") ?? 0 },
        "severity" => rule with { Severity = Word<FindingSeverity>(value) ?? rule.Severity },
        "confidence" => rule with { Confidence = Word<FindingConfidence>(value) ?? rule.Confidence },
        "cvss" => rule with { Cvss = yaml.Value(value, ToScore, "a score from 0.0 to 10.0") },
        "category" => rule with { Category = yaml.Text(value) },
        "potential" => rule with { Potential = yaml.Value(value, t => bool.TryParse(t, out var b) ? b : (bool?)null, "true or false") ?? false },
        "owasp_2017" => rule with { Owasp2017 = yaml.Text(value) },
        "owasp_2021" => rule with { Owasp2021 = yaml.Text(value) },
        "explanation" => rule with { Explanation = yaml.Text(value).Trim() },
        "mend" => rule with { Mend = yaml.Text(value).Trim() },
        "sources" => rule with { Sources = yaml.Texts(value).SelectMany(Group).ToFrozenSet() },
        "returns" => rule with { Returns = yaml.Texts(value).ToFrozenSet() },
        "stops" => rule with { Stops = marks.Of(yaml.Texts(value)) },
        "needs" => rule with { Needs = marks.Of(yaml.Texts(value)) },
        "constructs" => rule with { Constructs = yaml.Texts(value).ToFrozenSet() },
        "functions" => rule with { Functions = [.. yaml.Entries(value).SelectMany(t => FunctionsOf(t.Key, t.Value))] },
        "related_cwes" => rule with { RelatedCwes = [.. yaml.Texts(value).Select(t => int.TryParse(t, out var cwe) ? cwe : 0).Where(c => c > 0)] },
        "routes" => rule with { Routes = RoutesOf(value) },
        _ => rule with { Sinks = [.. yaml.Entries(value).SelectMany(t => SinksOf(t.Key, t.Value))] },
    };

    /// <summary>The functions of one library type: method names to <c>never: throws</c> or <c>returns: pattern</c>.</summary>
    IEnumerable<FunctionTest> FunctionsOf(string type, YamlNode methods) =>
        from method in yaml.Entries(methods)
        from name in method.Key.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        from test in yaml.Entries(method.Value, "never", "returns")
        select new FunctionTest(type, name, test.Key == "returns" ? Pattern(test.Value) : null);

    RouteTest RoutesOf(YamlNode node)
    {
        var parts = yaml.Entries(node, "exposed", "guards", "central").ToDictionary(e => e.Key, e => yaml.Texts(e.Value).ToFrozenSet());
        return new RouteTest(parts.GetValueOrDefault("exposed", []), parts.GetValueOrDefault("guards", []), parts.GetValueOrDefault("central", []));
    }

    T? Word<T>(YamlNode node) where T : struct, Enum =>
        yaml.Value(node, t => Enum.TryParse<T>(t, ignoreCase: true, out var word) ? word : (T?)null, $"one of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}");

    static double? ToScore(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var score) && score is >= 0 and <= 10 ? score : null;

    IEnumerable<string> Group(string kind) => groups.TryGetValue(kind, out var kinds) ? kinds : [kind];

    /// <summary>The sinks of one type: method names, separated by spaces, to what must not arrive there.</summary>
    IEnumerable<Sink> SinksOf(string type, YamlNode methods)
    {
        foreach (var (names, value) in yaml.Entries(methods))
            foreach (var method in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                yield return SinkOf(type, method, value);
    }

    Sink SinkOf(string type, string method, YamlNode value)
    {
        int? arity = null;
        if (method.Split('(', ')') is [var bare, var count, _]) (method, arity) = (bare, int.Parse(count, CultureInfo.InvariantCulture));
        if (method == "new") method = Programs.Function.Constructor;
        if (value is not YamlMappingNode) return new Sink(type, method, arity, Places(value), []);
        ImmutableArray<Place> places = [];
        var moment = SinkMoment.Now;
        var conditions = ImmutableArray.CreateBuilder<Condition>();
        foreach (var (key, part) in yaml.Entries(value))
            if (key == "at") places = Places(part);
            else if (key == "harm") moment = Word<SinkMoment>(part) ?? moment;
            else if (ConditionOf(key, part) is { } condition) conditions.Add(condition);
        return new Sink(type, method, arity, places, conditions.ToImmutable()) { Moment = moment };
    }

    ImmutableArray<Place> Places(YamlNode node)
    {
        var places = ImmutableArray.CreateBuilder<Place>();
        foreach (var text in yaml.Texts(node).SelectMany(t => t.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            if (Place.Parse(text) is { } place) places.Add(place);
            else yaml.Error(node, $"'{text}' is not a place: receiver, args, arg0, arg1...");
        return places.ToImmutable();
    }

    /// <summary>A condition: <c>arg0.key: { like: pattern }</c>; a key that holds dots stands in quotes after a slash.</summary>
    Condition? ConditionOf(string operand, YamlNode test)
    {
        var parts = operand.Split('/', 2);
        var path = parts[0].Split('.');
        if (Place.Parse(path[0]) is not { } place)
        {
            yaml.Error(test, $"'{path[0]}' is not a place: receiver, args, arg0, arg1...");
            return null;
        }
        ImmutableArray<string> keys = [.. path.Skip(1), .. parts.Skip(1)];
        foreach (var (kind, pattern) in yaml.Entries(test, "like", "not_like", "not_set", "type", "not_type", "not_a", "exact_type", "constant", "written", "fixed", "returns", "dropped", "tested", "unless"))
            return new Condition(place, keys, KindOf(kind), Pattern(pattern));
        return null;
    }

    static ConditionKind KindOf(string kind) => kind switch
    {
        "like" => ConditionKind.Like,
        "not_like" => ConditionKind.NotLike,
        "not_set" => ConditionKind.NotSet,
        "type" => ConditionKind.Type,
        "not_type" => ConditionKind.NotType,
        "not_a" => ConditionKind.NotA,
        "exact_type" => ConditionKind.ExactType,
        "written" => ConditionKind.Written,
        "fixed" => ConditionKind.Fixed,
        "returns" => ConditionKind.Returns,
        "dropped" => ConditionKind.Dropped,
        "tested" => ConditionKind.Tested,
        "unless" => ConditionKind.Unless,
        _ => ConditionKind.Constant,
    };

    TextPattern Pattern(YamlNode node) => yaml.Pattern(node, RegexOptions.IgnoreCase);
}

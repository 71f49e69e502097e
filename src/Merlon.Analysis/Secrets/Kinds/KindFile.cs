using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Merlon.Analysis.Dataflow.Rules.Files;
using Merlon.Analysis.Secrets.Checks;
using YamlDotNet.RepresentationModel;

namespace Merlon.Analysis.Secrets.Kinds;

/// <summary>Reads a file of kinds: <c>severity:</c> and <c>mend:</c> for all of them, then <c>kinds:</c>. Every error is told with its line.</summary>
internal sealed class KindFile(string name)
{
    private static readonly string[] Keys = ["id", "title", "severity", "mend", "matcher", "keywords", "names", "pattern", "value", "check", "entropy"];
    private readonly YamlFile _yaml = new(name);
    private readonly List<SecretKind> _kinds = [];
    private FindingSeverity _severity = FindingSeverity.High;
    private string _mend = "";

    public IReadOnlyList<RuleFileError> Errors => _yaml.Errors;

    /// <summary>The kinds without error.</summary>
    public ImmutableArray<SecretKind> Read(TextReader text)
    {
        foreach (var (key, value) in _yaml.Entries(_yaml.Root(text), "severity", "mend", "kinds"))
        {
            if (key == "severity") _severity = Severity(value) ?? _severity;
            else if (key == "mend") _mend = _yaml.Text(value).Trim();
            else if (value is YamlSequenceNode list) foreach (var kind in list) Add(kind);
            else _yaml.Error(value, "A list of kinds is expected here.");
        }
        return [.. _kinds];
    }

    private void Add(YamlNode node)
    {
        var before = _yaml.Errors.Count;
        var kind = new SecretKind { Id = "", Title = "", Severity = _severity, Mend = _mend };
        foreach (var (key, value) in _yaml.Entries(node, Keys)) kind = With(kind, key, value);
        Validate(node, kind);
        if (_yaml.Errors.Count > before) return;
        _kinds.Add(kind with
        {
            MinLength = kind.Pattern is { } pattern ? PatternLength.Of(pattern) : 0,
            Anchored = kind.Matcher == SecretMatcher.Shape && kind.Keywords.All(k => IsStart(kind.Pattern!, k)),
        });
    }

    private SecretKind With(SecretKind kind, string key, YamlNode value) => key switch
    {
        "id" => kind with { Id = _yaml.Text(value) },
        "title" => kind with { Title = _yaml.Text(value) },
        "severity" => kind with { Severity = Severity(value) ?? kind.Severity },
        "mend" => kind with { Mend = _yaml.Text(value).Trim() },
        "matcher" => kind with { Matcher = _yaml.Value(value, Matcher, "a matcher") ?? kind.Matcher },
        "keywords" => kind with { Keywords = [.. _yaml.Texts(value)] },
        "names" => kind with { Names = [.. _yaml.Texts(value)], Matcher = kind.Matcher == SecretMatcher.Shape ? SecretMatcher.Named : kind.Matcher },
        "pattern" or "value" => kind with { Pattern = Pattern(value) },
        "check" => kind with { Check = Check(value) },
        _ => kind with { Entropy = _yaml.Value(value, Number, "a number of bits per character") ?? 0 },
    };

    private void Validate(YamlNode node, SecretKind kind)
    {
        if (kind.Id.Length == 0 || kind.Id.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-')) _yaml.Error(node, "The kind needs an id of lower-case letters, digits and '-'.");
        if (_kinds.Any(k => k.Id == kind.Id)) _yaml.Error(node, $"There is another kind '{kind.Id}'.");
        if (kind.Title.Length == 0) _yaml.Error(node, $"The kind '{kind.Id}' has no title.");
        if (kind.Mend.Length == 0) _yaml.Error(node, $"The kind '{kind.Id}' does not say how to mend it.");
        if (kind.Keywords.FirstOrDefault(k => k.Length < 3) is { } brief) _yaml.Error(node, $"The keyword '{brief}' is shorter than three characters.");
        if (kind.Matcher == SecretMatcher.Shape && (kind.Pattern is null || kind.Keywords.IsEmpty)) _yaml.Error(node, $"The kind '{kind.Id}' needs keywords and a pattern, or names and a value, or a matcher.");
        if (kind.Matcher == SecretMatcher.Named && kind.Pattern is null) _yaml.Error(node, $"The kind '{kind.Id}' has names but no value.");
    }

    private string? Pattern(YamlNode node)
    {
        var text = _yaml.Text(node);
        try
        {
            Regex.Match("", text, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
            return text;
        }
        catch (ArgumentException exception)
        {
            _yaml.Error(node, $"The pattern cannot be used: {exception.Message}");
            return null;
        }
    }

    private ValueCheck? Check(YamlNode node)
    {
        var check = ValueCheck.Find(_yaml.Text(node));
        if (check is null) _yaml.Error(node, $"'{_yaml.Text(node)}' is not a check; there are {string.Join(", ", ValueCheck.All.Select(c => c.Name))}.");
        return check;
    }

    private FindingSeverity? Severity(YamlNode node) =>
        _yaml.Value(node, t => Enum.TryParse<FindingSeverity>(t, ignoreCase: true, out var word) ? word : (FindingSeverity?)null, "one of info, low, medium, high, critical");

    private static SecretMatcher? Matcher(string text) =>
        Enum.TryParse<SecretMatcher>(text.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var matcher) ? matcher : null;

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= 8 ? number : null;

    private static bool IsStart(string pattern, string keyword) => Regex.Escape(keyword) is var literal
        && (pattern.StartsWith(literal, StringComparison.Ordinal) || pattern.StartsWith(keyword, StringComparison.Ordinal));
}

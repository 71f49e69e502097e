using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Merlon.Analysis.Dataflow.Rules.Files;

/// <summary>Something wrong in a rule or model file. Lines count from 1.</summary>
public sealed record RuleFileError(string File, int Line, string Message)
{
    public override string ToString() => $"{File}:{Line}: {Message}";
}

/// <summary>Reads a YAML file of rules or models and collects every error with its line.</summary>
/// <param name="isOurs">It is part of this build, where tests read its patterns; those of others are tried as the file is read.</param>
sealed class YamlFile(string name, bool isOurs = false)
{
    public List<RuleFileError> Errors { get; } = [];

    /// <summary>The mapping at the root; an empty one when the text is not YAML or no mapping, which is then an error.</summary>
    public YamlMappingNode Root(TextReader text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(text);
            if (stream.Documents is [var document, ..] && document.RootNode is YamlMappingNode root) return root;
            Errors.Add(new RuleFileError(name, 1, "The file must hold a mapping."));
        }
        catch (YamlException exception)
        {
            Errors.Add(new RuleFileError(name, (int)exception.Start.Line, exception.Message));
        }
        return [];
    }

    public void Error(YamlNode at, string message) => Errors.Add(new RuleFileError(name, (int)at.Start.Line, message));

    /// <summary>The entries of a mapping; reports keys that are not among those allowed (all are when none is named).</summary>
    public IEnumerable<(string Key, YamlNode Value)> Entries(YamlNode node, params string[] allowed)
    {
        if (node is not YamlMappingNode mapping)
        {
            Error(node, "A mapping is expected here.");
            yield break;
        }
        foreach (var (key, value) in mapping.Children)
        {
            var text = Text(key);
            if (allowed.Length > 0 && !allowed.Contains(text)) Error(key, $"'{text}' is not known here; known are {string.Join(", ", allowed)}.");
            else yield return (text, value);
        }
    }

    /// <summary>A pattern that a whole text must match; one that cannot be used matches nothing and is an error.</summary>
    public TextPattern Pattern(YamlNode node, RegexOptions options)
    {
        var pattern = TextPattern.Of(Text(node), options);
        if (isOurs || pattern.Error() is not { } error) return pattern;
        Error(node, $"The pattern cannot be used: {error}");
        return TextPattern.Nothing;
    }

    public string Text(YamlNode node)
    {
        if (node is YamlScalarNode scalar) return scalar.Value ?? "";
        Error(node, "A text is expected here.");
        return "";
    }

    /// <summary>A list of texts; a single text stands for a list of one.</summary>
    public IReadOnlyList<string> Texts(YamlNode node) =>
        node is YamlSequenceNode sequence ? [.. sequence.Select(Text)] : [Text(node)];

    public T? Value<T>(YamlNode node, Func<string, T?> parse, string expected) where T : struct
    {
        var text = Text(node);
        if (parse(text) is { } value) return value;
        Error(node, $"'{text}' is not {expected}.");
        return null;
    }
}

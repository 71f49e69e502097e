using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;
using Merlon.Analysis.Dataflow.Interpretation.Rescans;
using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Models;
using Merlon.Analysis.Dataflow.Rules.Files;
using YamlDotNet.RepresentationModel;

namespace Merlon.Analysis.Dataflow.Rules;

/// <summary>
/// The rules and library models that ship with Merlon, and those of a user beside them. A user's file whose root has <c>rules:</c> holds
/// rules, one with <c>types:</c> models; a rule with the id of one of ours replaces it.
/// </summary>
sealed class RuleLibrary
{
    // Parsed once: much of the cost of a small scan.
    static readonly Lazy<ImmutableArray<(string Name, YamlMappingNode Root)>> Own = new(ReadOwn);

    readonly Marks marks = new();
    readonly Dictionary<string, IReadOnlyList<string>> groups = [];
    readonly Dictionary<string, Rule> rules = [];
    readonly List<(string Rule, Sink Sink)> sinks = [];
    readonly List<TypeModel> types = [];
    readonly Dictionary<string, string> aliases = [];
    readonly EntryPointModels entryPoints = new();
    readonly List<string> numbers = [];
    readonly Dictionary<char, ulong> characters = [];
    readonly List<RuleFileError> errors = [];
    readonly Dictionary<string, string> meanings = [];

    /// <summary>Ours, and what the YAML files of a folder add.</summary>
    public static RuleLibrary Load(string? folder = null)
    {
        var library = new RuleLibrary();
        library.LoadOwn();
        if (folder is null) return library;
        foreach (var file in Directory.EnumerateFiles(folder, "*.y*ml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            library.Load(Path.GetRelativePath(folder, file), File.ReadAllText(file));
        return library;
    }

    /// <summary>What is wrong in the files; files with errors still give what is right in them.</summary>
    public ImmutableArray<RuleFileError> Errors => [.. errors];

    /// <summary>The marks that rules and models name.</summary>
    public Marks Marks => marks;

    /// <summary>What marks mean to who reads a finding, by their names; of those that are the engine's own business, nothing.</summary>
    public IReadOnlyDictionary<string, string> MarkMeanings => meanings;

    public RuleSet Rules
    {
        get
        {
            var operators = groups.GetValueOrDefault("local", []).ToFrozenSet();
            return new RuleSet(rules.Values.Select(r => WithAllSinks(r, operators)));
        }
    }

    public ModelLibrary Models =>
        new(types, aliases.OrderBy(a => a.Key, StringComparer.Ordinal), entryPoints, numbers, new TextMarks(characters, marks.Of("matched-pattern")), NamedTypes());

    /// <summary>The types and annotations that rules name.</summary>
    IEnumerable<string> NamedTypes() => SinkTypes().Concat(rules.Values.SelectMany(r => r.Routes is { } routes ? routes.Exposed.Concat(routes.Guards) : [])).Where(t => t.Contains('.', StringComparison.Ordinal)).Distinct();

    IEnumerable<string> SinkTypes() => rules.Values.SelectMany(r => r.Sinks).Concat(sinks.Select(s => s.Sink)).Select(s => s.Type);

    /// <summary>The digest of the user's files; ours are part of this build.</summary>
    public UInt128 Digest { get; private set; }

    /// <summary>Adds the rules or models of one file.</summary>
    public void Load(string name, string text)
    {
        using (var digest = new Digest()) Digest = digest.Add(Digest).Add(name).Add(text).Take();
        var file = new YamlFile(name);
        var root = file.Root(new StringReader(text));
        errors.AddRange(file.Errors);
        Load(name, root, isOurs: false);
    }

    void Load(string name, YamlMappingNode root, bool isOurs)
    {
        if (root.Children.ContainsKey("rules") || root.Children.ContainsKey("sinks")) LoadRules(name, root, isOurs);
        else LoadModels(name, root, isOurs);
    }

    Rule WithAllSinks(Rule rule, FrozenSet<string> operators)
    {
        var complete = rule with { OperatorSources = operators, Sinks = [.. rule.Sinks, .. sinks.Where(s => s.Rule == rule.Id).Select(s => s.Sink with { })] };
        foreach (var sink in complete.Sinks) sink.Rule = complete;
        return complete;
    }

    void LoadOwn()
    {
        foreach (var (name, root) in Own.Value) Load(name, root, isOurs: true);
    }

    static ImmutableArray<(string Name, YamlMappingNode Root)> ReadOwn()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var names = assembly.GetManifestResourceNames().Where(n => n.EndsWith(".yaml", StringComparison.Ordinal) && n.StartsWith("Dataflow/", StringComparison.Ordinal));
        return [.. names.Order(StringComparer.Ordinal).Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            var file = new YamlFile(name);
            var root = file.Root(reader);
            // A user's file with an error still gives what is right in it; one of ours is a defect of this build.
            return file.Errors is [var error, ..] ? throw new InvalidDataException($"{error}") : (name, root);
        })];
    }

    void LoadModels(string name, YamlMappingNode root, bool isOurs)
    {
        var file = new ModelFile(name, marks, isOurs);
        file.Read(root);
        errors.AddRange(file.Errors);
        types.AddRange(file.Types);
        entryPoints.Add(file.EntryPoints);
        numbers.AddRange(file.Numbers);
        foreach (var (character, without) in file.Characters) characters[character] = without;
        foreach (var (alias, original) in file.Aliases) aliases[alias] = original;
    }

    void LoadRules(string name, YamlMappingNode root, bool isOurs)
    {
        var file = new RuleFile(name, marks, groups, isOurs);
        file.Read(root);
        errors.AddRange(file.Errors);
        foreach (var rule in file.Rules) rules[rule.Id] = rule;
        sinks.AddRange(file.Sinks);
        foreach (var (mark, meaning) in file.Meanings) meanings[mark] = meaning;
    }
}

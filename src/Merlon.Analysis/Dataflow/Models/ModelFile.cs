using System.Text.RegularExpressions;
using Merlon.Analysis.Dataflow.Interpretation.Intrinsics;
using Merlon.Analysis.Dataflow.Interpretation.Values;
using Merlon.Analysis.Dataflow.Rules.Files;
using YamlDotNet.RepresentationModel;

namespace Merlon.Analysis.Dataflow.Models;

/// <summary>
/// Reads a model file: under <c>types:</c> a mapping from a type's qualified name to its <c>extends:</c>, its <c>constants:</c> and its
/// methods (see <c>docs/dataflow-rules.md</c>).
/// </summary>
/// <param name="isOurs">See <see cref="YamlFile"/>.</param>
sealed class ModelFile(string name, Marks marks, bool isOurs)
{
    static readonly string[] MethodKeys =
        ["do", "returns", "flow", "mark", "mark_when", "source", "at", "except", "checks", "of", "after", "pattern", "secret", "assumed", "fixed", "nullable", "absent"];

    readonly YamlFile yaml = new(name, isOurs);

    public List<RuleFileError> Errors => yaml.Errors;
    public List<TypeModel> Types { get; } = [];
    public Dictionary<string, string> Aliases { get; } = [];
    public EntryPointModels EntryPoints { get; } = new();

    /// <summary>Types beside the primitive ones whose values are no more than numbers.</summary>
    public List<string> Numbers { get; } = [];

    /// <summary>The characters that sinks fear, with the marks of data that does not hold them.</summary>
    public Dictionary<char, ulong> Characters { get; } = [];

    public void Read(YamlMappingNode root)
    {
        foreach (var (key, value) in yaml.Entries(root, "library", "aliases", "types", "parameters", "handlers", "handler_types", "handler_contexts", "entries", "constraints", "validated", "privileged", "numbers", "characters"))
        {
            if (key == "numbers") Numbers.AddRange(yaml.Texts(value));
            if (key == "characters")
                foreach (var (character, names) in yaml.Entries(value)) Characters[character[0]] = marks.Of(yaml.Texts(names));
            if (key is "parameters" or "handlers" or "handler_types" or "handler_contexts" or "entries" or "constraints" or "privileged")
                foreach (var (annotation, kind) in yaml.Entries(value)) EntryPoints.Add(key, annotation, yaml.Text(kind));
            if (key == "validated")
                foreach (var annotation in yaml.Texts(value)) EntryPoints.Add(key, annotation, "");
            if (key == "aliases")
                foreach (var (alias, original) in yaml.Entries(value)) Aliases[alias] = yaml.Text(original);
            if (key == "types")
                foreach (var (type, members) in yaml.Entries(value)) Types.Add(ReadType(type, members));
        }
    }

    TypeModel ReadType(string type, YamlNode members)
    {
        var model = new TypeModel(type);
        if (members is YamlScalarNode { Value: null or "" }) return model;
        foreach (var (key, value) in yaml.Entries(members))
        {
            if (key == "extends") model.Supertypes.AddRange(yaml.Texts(value));
            else if (key == "constants")
                foreach (var (field, constant) in yaml.Entries(value)) model.Constants[field] = Constant(yaml.Text(constant));
            else if (key == "sources")
                foreach (var (field, kind) in yaml.Entries(value)) model.FieldSources[field] = yaml.Text(kind);
            else if (key == "fields")
                foreach (var (field, of) in yaml.Entries(value)) model.Fields[field] = yaml.Text(of);
            else ReadMethods(model, key, value);
        }
        return model;
    }

    /// <summary>A number where it reads as one, else the text.</summary>
    static object Constant(string text) => long.TryParse(text, out var number) ? number : text;

    /// <summary>Several methods that do the same share a line, their names separated by spaces; <c>new</c> is the constructor.</summary>
    void ReadMethods(TypeModel type, string names, YamlNode value)
    {
        var model = ReadMethod(value);
        foreach (var method in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var isConstructor = method == "new" || method.StartsWith("new(", StringComparison.Ordinal);
            type.Methods[isConstructor ? string.Concat(Programs.Function.Constructor, method.AsSpan(3)) : method] = model;
        }
    }

    MethodModel ReadMethod(YamlNode node)
    {
        var model = new MethodModel();
        if (node is YamlScalarNode scalar) return model with { Operation = Operation(scalar, scalar.Value ?? "") };
        foreach (var (key, value) in yaml.Entries(node, MethodKeys)) model = With(model, key, value);
        return model;
    }

    MethodModel With(MethodModel model, string key, YamlNode value) => key switch
    {
        "do" => model with { Operation = Operation(value, yaml.Text(value)) },
        "nullable" => model with { IsNullable = yaml.Text(value) == "true" },
        "returns" => model with { Returns = yaml.Text(value) },
        "flow" => model with { Flows = [.. yaml.Texts(value).SelectMany(t => Flow(value, t))] },
        "mark" => model with { Marks = marks.Of(yaml.Texts(value)) },
        "mark_when" => model with { MarksByArgument = [.. yaml.Entries(value).Select(e => (Pattern(e.Value), marks.Of(e.Key)))] },
        "absent" => model with { WhenAbsent = [.. yaml.Entries(value).Select(e => (Pattern(e.Value), marks.Of(e.Key)))] },
        "source" => model with { Source = yaml.Text(value) },
        "at" => model with { SourcePlace = Place(value, yaml.Text(value)) },
        "except" => model with { ExceptFor = [.. yaml.Texts(value)] },
        "checks" => model with { Checks = marks.Of(yaml.Texts(value)) },
        "secret" => model with { SecretSource = yaml.Text(value) },
        "assumed" => model with { AssumedSource = yaml.Text(value) },
        "fixed" => model with { FixedSource = yaml.Text(value) },
        "pattern" => model with { Pattern = Place(value, yaml.Text(value)) },
        "of" => model with { Checked = Place(value, yaml.Text(value)) },
        _ => model with { ChecksAfter = marks.Of(yaml.Texts(value)) },
    };

    TextPattern Pattern(YamlNode node) => yaml.Pattern(node, RegexOptions.Singleline);

    string Operation(YamlNode node, string text)
    {
        if (!Operations.Exists(text.Split(' ')[0])) yaml.Error(node, $"There is no operation '{text}'.");
        return text;
    }

    IEnumerable<TaintFlow> Flow(YamlNode node, string text)
    {
        if (text == "none") yield break;
        if (text.Split("->") is not [var from, var to])
        {
            yaml.Error(node, $"'{text}' is not a flow such as 'arg0 -> result'.");
            yield break;
        }
        foreach (var place in from.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            yield return new TaintFlow(Place(node, place), Place(node, to.Trim()));
    }

    Place Place(YamlNode node, string text)
    {
        if (Models.Place.Parse(text) is { } place) return place;
        yaml.Error(node, $"'{text}' is not a place: receiver, args, arg0, arg1.., result.");
        return new Place(PlaceKind.Result);
    }
}

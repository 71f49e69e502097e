using System.Globalization;
using System.Xml.Linq;

namespace Merlon.Packages.Bills.CycloneDx.Rules;

/// <summary>Holds XML elements against the rules of one version. Depth is bounded by the reader that made the elements.</summary>
sealed class XmlChecker(XmlRules rules, XNamespace ns)
{
    readonly HashSet<string> refs = new(StringComparer.Ordinal);

    /// <summary>Reports everything that is wrong in the element.</summary>
    public void Check(XElement element, string definitionName, string path, Problems problems)
    {
        var definition = rules[definitionName];
        CheckAttributes(element.Attributes(), definition, path, problems);
        if (definition.Children is { } model) CheckChildren(element, definition, model, path, problems);
        else if (definition.Text is { } rule) CheckText(element, rule, path, problems);
    }

    /// <summary>Reports wrong, missing and unknown attributes; and a bom-ref that the document has seen before.</summary>
    public void CheckAttributes(IEnumerable<XAttribute> attributes, XmlDefinition definition, string path, Problems problems)
    {
        var missing = definition.Attributes.Where(static a => a.Value.IsMandatory).Select(static a => a.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var attribute in attributes)
        {
            if (attribute.IsNamespaceDeclaration || attribute.Name.Namespace != XNamespace.None) continue;
            var name = attribute.Name.LocalName;
            missing.Remove(name);
            if (definition.Attributes.TryGetValue(name, out var known))
            {
                if (!Holds(attribute.Value, known.Rule)) problems.Add($"{path}/@{name}", "has a value that is not allowed");
            }
            else if (!definition.AllowsAnyAttribute) problems.Add(path, $"has an unknown attribute \"{name}\"");
            if (name == "bom-ref" && !refs.Add(attribute.Value)) problems.Add($"{path}/@{name}", "is used twice");
        }
        foreach (var name in missing) problems.Add(path, $"lacks the attribute \"{name}\"");
    }

    /// <summary>The name by which content models know an element; null when it has no place in any.</summary>
    public string? ModelName(XName name) => name.Namespace == ns ? name.LocalName : name.Namespace == XNamespace.None ? null : ContentModel.Other;

    void CheckChildren(XElement element, XmlDefinition parent, ContentModel model, string path, Problems problems)
    {
        if (!parent.AllowsText && element.Nodes().OfType<XText>().Any(static text => !string.IsNullOrWhiteSpace(text.Value))) problems.Add(path, "holds text between its elements");
        var states = model.Start;
        foreach (var child in element.Elements())
        {
            var childPath = $"{path}/{child.Name.LocalName}";
            var next = model.Next(states, ModelName(child.Name) ?? "", out var definition);
            if (definition is null)
            {
                problems.Add(childPath, "does not belong here");
                return;
            }
            states = next;
            if (definition != ContentModel.Other) Check(child, definition, childPath, problems);
        }
        if (!model.IsComplete(states)) problems.Add(path, "lacks an element");
    }

    void CheckText(XElement element, Rule rule, string path, Problems problems)
    {
        if (element.HasElements && rule is not Rule.Anything) problems.Add(path, "holds elements where text belongs");
        else if (!Holds(element.Value, rule)) problems.Add(path, "has a value that is not allowed");
    }

    bool Holds(string value, Rule rule) => rules.Resolve(rule) switch
    {
        Rule.Text text => TextChecks.Holds(text, text.Format is null && text.Pattern is null ? value : value.Trim()),
        Rule.Words words => words.Allowed.Contains(value.Trim()),
        Rule.Boolean => value.Trim() is "true" or "false" or "1" or "0",
        Rule.Number number => decimal.TryParse(value.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) &&
            parsed >= number.Min && parsed <= number.Max && (!number.Whole || decimal.IsInteger(parsed)),
        Rule.Some some => some.Of.Any(part => Holds(value, part)),
        _ => true,
    };
}

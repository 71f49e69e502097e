using System.Globalization;
using System.Xml.Linq;

namespace Merlon.Packages.Bills.CycloneDx.Rules;

/// <summary>Holds XML elements against the rules of one version. Depth is bounded by the reader that made the elements.</summary>
sealed class XmlChecker(XmlRules rules, XNamespace ns)
{
    readonly HashSet<string> refs = new(StringComparer.Ordinal);

    /// <summary>Reports everything that is wrong in the element.</summary>
    public void Check(XElement element, string definitionName, RulePath path, Problems problems)
    {
        var definition = rules[definitionName];
        CheckAttributes(element.Attributes(), definition, path, problems);
        if (definition.Children is { } model) CheckChildren(element, definition, model, path, problems);
        else if (definition.Text is { } rule) CheckText(element, rule, path, problems);
    }

    /// <summary>Reports wrong, missing and unknown attributes; and a bom-ref that the document has seen before.</summary>
    public void CheckAttributes(IEnumerable<XAttribute> attributes, XmlDefinition definition, RulePath path, Problems problems)
    {
        var mandatory = 0;
        foreach (var attribute in attributes)
        {
            if (attribute.IsNamespaceDeclaration || attribute.Name.Namespace != XNamespace.None) continue;
            var name = attribute.Name.LocalName;
            if (definition.Attributes.TryGetValue(name, out var known))
            {
                if (known.IsMandatory) mandatory++;
                if (!Holds(attribute.Value, known.Rule)) problems.Add($"{path}/@{name}", "has a value that is not allowed");
            }
            else if (!definition.AllowsAnyAttribute) problems.Add(path.ToString(), $"has an unknown attribute \"{name}\"");
            if (name == "bom-ref" && !refs.Add(attribute.Value)) problems.Add($"{path}/@{name}", "is used twice");
        }
        if (mandatory < definition.MandatoryAttributes.Length)
            problems.Add(path.ToString(), $"lacks one of the attributes {string.Join(", ", definition.MandatoryAttributes)}");
    }

    /// <summary>The name by which content models know an element; null when it has no place in any.</summary>
    public string? ModelName(XName name) => name.Namespace == ns ? name.LocalName : name.Namespace == XNamespace.None ? null : ContentModel.Other;

    void CheckChildren(XElement element, XmlDefinition parent, ContentModel model, RulePath path, Problems problems)
    {
        if (!parent.AllowsText && element.Nodes().OfType<XText>().Any(static text => !string.IsNullOrWhiteSpace(text.Value)))
            problems.Add(path.ToString(), "holds text between its elements");
        var place = model.Start;
        foreach (var child in element.Elements())
        {
            var next = place.Next(ModelName(child.Name) ?? "", out var definition);
            path.Enter(child.Name.LocalName);
            if (next is null) problems.Add(path.ToString(), "does not belong here");
            else if (definition != ContentModel.Other) Check(child, definition!, path, problems);
            path.Leave();
            if (next is null) return;
            place = next;
        }
        if (!place.IsComplete) problems.Add(path.ToString(), "lacks an element");
    }

    void CheckText(XElement element, Rule rule, RulePath path, Problems problems)
    {
        if (element.HasElements && rule is not Rule.Anything) problems.Add(path.ToString(), "holds elements where text belongs");
        else if (!Holds(element.Value, rule)) problems.Add(path.ToString(), "has a value that is not allowed");
    }

    bool Holds(string value, Rule rule) => rules.Resolve(rule) switch
    {
        Rule.Text text => TextChecks.Holds(text, text.Format is null && text.Pattern is null ? value : value.Trim()),
        Rule.Words words => words.Allows(value.AsSpan().Trim()),
        Rule.Boolean => value.Trim() is "true" or "false" or "1" or "0",
        Rule.Number number => decimal.TryParse(value.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) &&
            parsed >= number.Min && parsed <= number.Max && (!number.Whole || decimal.IsInteger(parsed)),
        Rule.Some some => some.Of.Any(part => Holds(value, part)),
        _ => true,
    };
}

using System.Xml.Linq;
using Merlon.Packages.Bills.CycloneDx.Rules;

namespace Merlon.Packages.Bills.CycloneDx;

/// <summary>Takes the elements of one document: checks them against the rules of its version and turns them into a bill's items.</summary>
sealed class CycloneDxXmlDocument
{
    readonly XmlRules rules;
    readonly XmlChecker checker;
    readonly Problems problems = new();
    readonly XNamespace ns;
    ContentModel.Place rootPlace;
    XName part = "bom";
    string? partDefinition;
    ContentModel.Place? partPlace;

    public CycloneDxXmlDocument(int minorVersion, XNamespace ns, List<XAttribute> attributes)
    {
        rules = XmlRules.Of(minorVersion);
        checker = new(rules, ns);
        this.ns = ns;
        rootPlace = rules["bom"].Children!.Start;
        checker.CheckAttributes(attributes, rules["bom"], new("/bom"), problems);
        Header = new()
        {
            Format = BillFormat.CycloneDxXml,
            SpecVersion = $"1.{minorVersion}",
            SerialNumber = attributes.Find(a => a.Name == "serialNumber")?.Value,
        };
    }

    /// <summary>Complete once all elements were taken.</summary>
    public BillHeader Header { get; private set; }

    /// <summary>Begins with a child of the root.</summary>
    public void Enter(XName name, List<XAttribute> attributes)
    {
        part = name;
        partPlace = null;
        if (rootPlace.Next(checker.ModelName(name) ?? "", out partDefinition) is { } next) rootPlace = next;
        else problems.Add(PartPath, "does not belong here");
        if (!IsWalked(name)) return;
        var definition = rules[partDefinition!];
        checker.CheckAttributes(attributes, definition, new(PartPath), problems);
        partPlace = definition.Children!.Start;
    }

    /// <summary>Whether the children of this child of the root come one by one; else it comes whole.</summary>
    public bool IsWalked(XName name) =>
        partDefinition is not null && partDefinition != ContentModel.Other && name.LocalName != "metadata" && rules[partDefinition].Children is not null;

    /// <summary>Takes one element: of the part that was entered, or the part itself when it is not walked.</summary>
    public IEnumerable<BillItem> Take(XElement element)
    {
        Check(element);
        var items = (part.LocalName, element.Name.LocalName) switch
        {
            _ when element.Name.Namespace != ns => [],
            ("metadata", "metadata") => Metadata(element),
            ("components", "component") => CycloneDxXmlMap.Components(element, parent: null),
            ("dependencies", "dependency") => CycloneDxXmlMap.Dependencies(element),
            ("vulnerabilities", "vulnerability") => [CycloneDxXmlMap.Vulnerability(element)],
            _ => Enumerable.Empty<BillItem>(),
        };
        return items.Concat(TakeProblems());
    }

    /// <summary>Text stands where only elements belong.</summary>
    public void TellOfText() => problems.Add(PartPath, "holds text between its elements");

    /// <summary>Ends the part.</summary>
    public void Leave()
    {
        if (partPlace is { IsComplete: false }) problems.Add(PartPath, "lacks an element");
    }

    public void CheckWhole()
    {
        if (!rootPlace.IsComplete) problems.Add("/bom", "lacks an element");
    }

    public IReadOnlyList<BillProblem> TakeProblems() => problems.Take();

    string PartPath => $"/bom/{part.LocalName}";

    void Check(XElement element)
    {
        if (partDefinition is null or ContentModel.Other) return;
        if (partPlace is null)
        {
            checker.Check(element, partDefinition, new(PartPath), problems);
            return;
        }
        var path = $"{PartPath}/{element.Name.LocalName}";
        if (partPlace.Next(checker.ModelName(element.Name) ?? "", out var definition) is not { } next)
        {
            problems.Add(path, "does not belong here");
            return;
        }
        partPlace = next;
        if (definition != ContentModel.Other) checker.Check(element, definition!, new(path), problems);
    }

    IEnumerable<BillItem> Metadata(XElement metadata)
    {
        var subject = metadata.Elements(ns + "component").SelectMany(component => CycloneDxXmlMap.Components(component, parent: null)).ToList();
        Header = Header with
        {
            Created = DateTimeOffset.TryParse(CycloneDxXmlMap.Text(metadata, "timestamp"), out var time) ? time : null,
            Subject = subject.Count > 0 ? subject[0] : null,
            Name = subject.Count > 0 ? subject[0].Name : null,
            Tools = CycloneDxXmlMap.Tools(metadata.Element(ns + "tools")),
        };
        return subject.Skip(1);
    }
}

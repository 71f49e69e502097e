using System.Text.Json;
using Merlon.Packages.Bills.CycloneDx.Rules;

namespace Merlon.Packages.Bills.CycloneDx;

/// <summary>Takes the items of one document: checks them against the rules of its version and turns them into a bill's.</summary>
sealed class CycloneDxJsonDocument
{
    readonly JsonRules rules;
    readonly JsonChecker checker;
    readonly Problems problems;
    readonly HashSet<string> members = new(StringComparer.Ordinal);
    HashSet<UInt128> digests = [];

    public CycloneDxJsonDocument(string version, Problems problems)
    {
        rules = JsonRules.Of(CycloneDxVersion.Minor(version, JsonRules.OldestVersion, JsonRules.NewestVersion)!.Value);
        checker = new(rules);
        this.problems = problems;
        Header = new() { Format = BillFormat.CycloneDxJson, SpecVersion = version };
    }

    /// <summary>Complete once all items were taken.</summary>
    public BillHeader Header { get; private set; }

    public IEnumerable<BillItem> Take(JsonItem item)
    {
        Check(item);
        if (item.Index == JsonItem.Single) return TakeSingle(item);
        if (item.Index == JsonItem.ListBegins || item.Value.ValueKind != JsonValueKind.Object) return [];
        return item.Name switch
        {
            "components" => CycloneDxJsonMap.Components(item.Value, parent: null),
            "dependencies" => CycloneDxJsonMap.Dependency(item.Value),
            "vulnerabilities" => [CycloneDxJsonMap.Vulnerability(item.Value)],
            _ => [],
        };
    }

    /// <summary>What can be said only once everything was seen.</summary>
    public void CheckWhole()
    {
        foreach (var name in rules.Root.Mandatory.Where(name => !members.Contains(name))) problems.Add("", $"lacks \"{name}\"");
    }

    IEnumerable<BillItem> TakeSingle(JsonItem item)
    {
        if (item.Name == "serialNumber" && item.Value.ValueKind == JsonValueKind.String) Header = Header with { SerialNumber = item.Value.GetString() };
        if (item.Name != "metadata" || item.Value.ValueKind != JsonValueKind.Object) return [];

        var subject = CycloneDxJsonMap.Components(item.Value.Member("component"), parent: null).ToList();
        Header = Header with
        {
            Created = item.Value.Time("timestamp"),
            Subject = subject.Count > 0 ? subject[0] : null,
            Name = subject.Count > 0 ? subject[0].Name : null,
            Tools = CycloneDxJsonMap.Tools(item.Value.Member("tools")),
        };
        // What the subject is made of belongs to the bill's components.
        return subject.Skip(1);
    }

    void Check(JsonItem item)
    {
        var path = $"/{item.Name}";
        var isNew = item.Index < 0;
        if (isNew && !members.Add(item.Name)) problems.Add(path, "is there twice");
        if (!rules.Root.Members.TryGetValue(item.Name, out var member))
        {
            if (isNew && !rules.Root.IsOpen) problems.Add("", $"has an unknown member \"{item.Name}\"");
            return;
        }
        if (item.Index == JsonItem.Single) checker.Check(item.Value, member.Rule, new(path), problems);
        else CheckListed(item, rules.Resolve(member.Rule), path);
    }

    void CheckListed(JsonItem item, Rule rule, string path)
    {
        if (item.Index == JsonItem.ListBegins)
        {
            digests = [];
            if (rule is not Rule.List) problems.Add(path, "is a list");
            return;
        }
        if (rule is not Rule.List list) return;
        checker.Check(item.Value, list.Item, new($"{path}/{item.Index}"), problems);
        if (list.Unique && !digests.Add(JsonChecker.Digest(item.Value))) problems.Add($"{path}/{item.Index}", "repeats an earlier item");
    }
}

using System.Text.Json;
using Merlon.Packages.Bills.CycloneDx.Rules;

namespace Merlon.Packages.Bills.CycloneDx;

/// <summary>Takes the items of one document: checks them against the rules of its version and turns them into a bill's.</summary>
sealed class CycloneDxJsonDocument
{
    readonly JsonRules rules;
    readonly JsonChecker checker;
    readonly CycloneDxJsonMap map = new();
    readonly Problems problems;
    readonly HashSet<string> members = new(StringComparer.Ordinal);
    HashSet<UInt128> digests = [];

    public CycloneDxJsonDocument(string version, Problems problems)
    {
        rules = JsonRules.Of(CycloneDxVersion.Minor(version, JsonRules.OldestVersion, JsonRules.NewestVersion)!.Value);
        checker = new();
        this.problems = problems;
        Header = new() { Format = BillFormat.CycloneDxJson, SpecVersion = version };
    }

    /// <summary>Complete once all items were taken.</summary>
    public BillHeader Header { get; private set; }

    /// <summary>Adds what the item means.</summary>
    public void Take(JsonItem item, List<BillItem> into)
    {
        Check(item);
        if (item.Index == JsonItem.Single) TakeSingle(item, into);
        if (item.Index < 0 || item.Value.ValueKind != JsonValueKind.Object) return;
        switch (item.Name)
        {
            case "components": map.AddComponents(item.Value, parent: null, into); break;
            case "dependencies": CycloneDxJsonMap.AddDependency(item.Value, into); break;
            case "vulnerabilities": into.Add(CycloneDxJsonMap.Vulnerability(item.Value)); break;
        }
    }

    /// <summary>What can be said only once everything was seen.</summary>
    public void CheckWhole()
    {
        foreach (var missing in rules.Root.Mandatory.Where(member => !members.Contains(member.Name))) problems.Add("", $"lacks \"{missing.Name}\"");
    }

    void TakeSingle(JsonItem item, List<BillItem> into)
    {
        if (item.Name == "serialNumber" && item.Value.ValueKind == JsonValueKind.String) Header = Header with { SerialNumber = item.Value.GetString() };
        if (item.Name != "metadata" || item.Value.ValueKind != JsonValueKind.Object) return;

        var subject = new List<BillItem>();
        map.AddComponents(item.Value.Member("component"), parent: null, subject);
        var self = subject.Count > 0 ? (BillComponent)subject[0] : null;
        Header = Header with
        {
            Created = item.Value.Time("timestamp"),
            Subject = self,
            Name = self?.Name,
            Tools = CycloneDxJsonMap.Tools(item.Value.Member("tools")),
        };
        // What the subject is made of belongs to the bill's components.
        into.AddRange(subject.Skip(1));
    }

    void Check(JsonItem item)
    {
        var path = PathOf(item);
        var isNew = item.Index < 0;
        if (isNew && !members.Add(item.Name)) problems.Add(path, "is there twice");
        if (!rules.Root.Members.TryGetValue(item.Name, out var member))
        {
            if (isNew && !rules.Root.IsOpen) problems.Add("", $"has an unknown member \"{item.Name}\"");
            return;
        }
        if (item.Index == JsonItem.Single) checker.Check(item.Value, member.Rule, path, problems);
        else CheckListed(item, JsonRules.Resolve(member.Rule), path);
    }

    void CheckListed(JsonItem item, Rule rule, RulePath path)
    {
        if (item.Index == JsonItem.ListBegins)
        {
            digests = [];
            if (rule is not Rule.List) problems.Add(path, "is a list");
            return;
        }
        if (rule is not Rule.List list) return;
        checker.Check(item.Value, list.Item, path, problems);
        if (list.Unique && !digests.Add(JsonChecker.Digest(item.Value))) problems.Add(path, "repeats an earlier item");
    }

    static RulePath PathOf(JsonItem item)
    {
        var path = new RulePath("");
        path.Enter(item.Name);
        if (item.Index >= 0) path.Enter(item.Index);
        return path;
    }
}

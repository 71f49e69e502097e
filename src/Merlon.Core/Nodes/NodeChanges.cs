using Merlon.Core.Events;
using Merlon.Core.Identity;
using Merlon.Core.Outcomes;
using Merlon.Core.Storage;
using Merlon.Nodes.Transports;
using Microsoft.AspNetCore.DataProtection;

namespace Merlon.Core.Nodes;

/// <summary>Puts what a draft names into a node; passwords are encrypted on the way and cannot be read back.</summary>
public sealed class NodeChanges(IDataProtectionProvider protection, TimeProvider time)
{
    private readonly IDataProtector _passwords = protection.CreateProtector("node-password");

    /// <summary>Applies a draft that satisfies <see cref="NodeRules"/>.</summary>
    internal void Apply(NodeDraft draft, Node node, Caller caller)
    {
        Describe(draft, node);
        Reach(draft, node);
        node.EnvironmentKey = draft.EnvironmentKey is { Value: { } home } ? home : node.EnvironmentKey;
        node.ScanOptions = draft.ScanOptions.Or(node.ScanOptions);
        (node.UpdatedAt, node.UpdatedBy) = (time.GetUtcNow(), caller.User);
    }

    private static void Describe(NodeDraft draft, Node node)
    {
        node.Name = draft.Name.Or(node.Name).Trim();
        node.NameFolded = Columns.Fold(node.Name);
        node.NodeType = draft.NodeType.Or(node.NodeType);
        node.ExternalId = Text(draft.ExternalId, node.ExternalId);
        node.ExternalIdFolded = node.ExternalId is { } id ? Columns.Fold(id) : null;
        node.ShortDescription = draft.ShortDescription.Or(node.ShortDescription);
        node.Description = Text(draft.Description, node.Description);
        node.MacAddress = Text(draft.MacAddress, node.MacAddress);
        node.IpAddress = Text(draft.IpAddress, node.IpAddress);
        node.OperatingSystemFamilyId = draft.OperatingSystemFamilyId.Or(node.OperatingSystemFamilyId);
        node.OperatingSystemId = draft.OperatingSystemId.Or(node.OperatingSystemId);
        node.IsPublic = draft.IsPublic.Or(node.IsPublic);
    }

    private void Reach(NodeDraft draft, Node node)
    {
        node.Medium = draft.Medium is { } medium ? (MediumType?)medium.Value : node.Medium;
        node.MediumHostName = Text(draft.MediumHostName, node.MediumHostName);
        node.MediumPort = draft.MediumPort.Or(node.MediumPort);
        node.MediumUserName = Text(draft.MediumUserName, node.MediumUserName);
        node.MediumInfo = draft.MediumInfo.Or(node.MediumInfo);
        node.ConnectionManagerGroupKey = draft.ConnectionManagerGroupKey.Or(node.ConnectionManagerGroupKey);
        node.ProtectedMediumPassword = Secret(draft.MediumPassword, node.ProtectedMediumPassword);
        node.ProtectedAlternatePassword = Secret(draft.AlternatePassword, node.ProtectedAlternatePassword);
    }

    private static string? Text(Given<string>? given, string? existing) => given is { } some ? some.Value : existing;

    private string? Secret(Given<string>? given, string? existing) => given switch
    {
        null => existing,
        { Value: "" } => null,
        { Value: var secret } => _passwords.Protect(secret),
    };
}

/// <summary>How events speak of nodes.</summary>
internal static class NodeTales
{
    public static Happening Told(this Node node, string type) =>
        new Happening(type, "node", node.Key.ToString()) { NodeKey = node.Key, EnvironmentKey = node.EnvironmentKey }
            .With("node", node.Name).With("node_id", node.Key.ToString()).With("node_type", node.NodeType).With("environment_id", node.EnvironmentKey.ToString());
}

namespace Merlon.Core.Deployments;

/// <summary>What a new deployment is asked to be.</summary>
public sealed record DeploymentDraft(string Name, bool CompatibilityCheck, bool VersionCheck, bool SecurityOverrides);

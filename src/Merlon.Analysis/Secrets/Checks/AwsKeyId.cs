namespace Merlon.Analysis.Secrets.Checks;

/// <summary>AWS key ids: base 32 after the prefix, and not one of those that AWS's documents print.</summary>
internal static class AwsKeyId
{
    public static bool IsOne(string id) => !id.EndsWith("EXAMPLE", StringComparison.Ordinal) && id.AsSpan(4).ContainsAnyInRange('2', '7') && id.AsSpan(4).ContainsAnyInRange('A', 'Z');
}

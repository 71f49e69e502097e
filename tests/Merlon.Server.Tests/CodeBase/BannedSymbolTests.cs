using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;

namespace Merlon.Server.Tests.CodeBase;

/// <summary>Time, randomness and waiting come from where tests can hold them.</summary>
public partial class BannedSymbolTests
{
    private static readonly string[] Banned =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow", "System.Threading.Thread.Sleep",
        "System.Threading.Tasks.Task.Wait", "System.Threading.Tasks.Task`1.get_Result", "System.Threading.Tasks.ValueTask`1.get_Result", "System.Random.get_Shared", "System.Random..ctor",
    ];

    // Where identities and secrets are made: a Guid there comes from the clock that the test holds, a secret from RandomNumberGenerator.
    private static readonly string[] BannedWhereSecretsAre = ["System.Guid.NewGuid"];

    // A Stream has to have a synchronous Write; compressors call it.
    private static readonly string[] MayBlock = ["src/Merlon.Core/Blobs/S3Upload.cs"];

    public static TheoryData<string> Assemblies => ["Merlon.Packages", "Merlon.Analysis", "Merlon.Nodes", "Merlon.Core", "Merlon.Server"];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Assembly_UsesNoBannedMember(string assembly)
    {
        using var file = new PEReader(File.OpenRead(Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll")));
        string[] banned = assembly is "Merlon.Core" or "Merlon.Server" ? [.. Banned, .. BannedWhereSecretsAre] : Banned;
        Members(file.GetMetadataReader()).Where(banned.Contains).Distinct().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    [InlineData("bench")]
    public void Source_HoldsNoLeftovers(string folder) =>
        Checkout.Sources(folder).Where(source => !source.Path.EndsWith("BannedSymbolTests.cs", StringComparison.Ordinal)).SelectMany(source => Leftover().Matches(source.Text).Select(match => $"{source.Path}: {match.Value.Trim()}")).ShouldBeEmpty();

    [Fact]
    public void Source_NeverBlocksOnATask() =>
        Checkout.Sources("src").Where(source => source.Text.Contains(".GetAwaiter().GetResult()", StringComparison.Ordinal)).Select(source => source.Path).ShouldBeSubsetOf(MayBlock);

    // Full names of every method of another assembly that this one calls.
    private static IEnumerable<string> Members(MetadataReader metadata)
    {
        foreach (var handle in metadata.MemberReferences)
        {
            var member = metadata.GetMemberReference(handle);
            if (TypeName(metadata, member.Parent) is { } type) yield return $"{type}.{metadata.GetString(member.Name)}";
        }
    }

    private static string? TypeName(MetadataReader metadata, EntityHandle parent)
    {
        if (parent.Kind == HandleKind.TypeSpecification)
        {
            var signature = metadata.GetBlobReader(metadata.GetTypeSpecification((TypeSpecificationHandle)parent).Signature);
            if (signature.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance) return null;
            signature.ReadByte();
            parent = signature.ReadTypeHandle();
        }
        if (parent.Kind != HandleKind.TypeReference) return null;
        var type = metadata.GetTypeReference((TypeReferenceHandle)parent);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b|\bNotImplementedException\b|\bSkip\s*=\s*""|^\s*#region", RegexOptions.NonBacktracking | RegexOptions.Multiline)]
    private static partial Regex Leftover();
}

using System.Text.Json;

namespace Merlon.Core.Codebases;

/// <summary>What the payload of a code scan's job says.</summary>
/// <param name="Full">Whether everything is to be looked at again.</param>
/// <param name="Branch">The branch that was uploaded; null for the application's default one.</param>
internal sealed record CodeScanPayload(bool Full = false, string? Branch = null)
{
    public static string Write(bool full, string? branch) => JsonSerializer.Serialize(new CodeScanPayload(full, branch), JsonSerializerOptions.Web);

    public static CodeScanPayload Read(string payload) => JsonSerializer.Deserialize<CodeScanPayload>(payload, JsonSerializerOptions.Web)!;
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Merlon.Analysis;

/// <summary>One thing that a scan says. Results come as a stream: files in path order, then packages, vulnerabilities, findings
/// of whole-tree scanners, notes where they arise, and one <see cref="ScanStatistics"/> at the end.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "record")]
[JsonDerivedType(typeof(ScannedFile), "file")]
[JsonDerivedType(typeof(FoundPackage), "package")]
[JsonDerivedType(typeof(FoundVulnerability), "vulnerability")]
[JsonDerivedType(typeof(Finding), "finding")]
[JsonDerivedType(typeof(ScanNote), "note")]
[JsonDerivedType(typeof(ScanStatistics), "statistics")]
public abstract record ScanResult;

/// <summary>Something the reader of a result should know: what was skipped, cut or could not be read. Never a failure of the scan.</summary>
/// <param name="Code">A stable word for the kind of note, such as <c>unreadable-manifest</c>.</param>
/// <param name="Path">The file it is about, relative to the root.</param>
public sealed record ScanNote(string Code, string Message, string? Path = null, int? Line = null) : ScanResult;

/// <summary>What the scan took.</summary>
/// <param name="Lines">Of the texts among the files.</param>
/// <param name="PeakBytes">The largest resident size of the process so far.</param>
public sealed record ScanStatistics(long Files, long Bytes, long Lines, double Seconds, long PeakBytes) : ScanResult;

/// <summary>How results are written between processes and in <c>--format json</c>: snake case, nothing for null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ScanResult))]
[JsonSerializable(typeof(CodeScanOptions))]
[JsonSerializable(typeof(CodeScanProgress))]
public sealed partial class CodeScanJson : JsonSerializerContext;

/// <summary>Enum members as lower-case words.</summary>
public sealed class LowerCaseEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower) where T : struct, Enum;

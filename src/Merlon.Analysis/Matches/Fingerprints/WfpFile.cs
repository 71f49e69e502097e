namespace Merlon.Analysis.Matches.Fingerprints;

/// <summary>A file as the published form tells it.</summary>
/// <param name="Md5">32 lower-case hexadecimal digits.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Path">As it is written there.</param>
/// <param name="Fingerprints">By line.</param>
public sealed record WfpFile(string Md5, long Size, string Path, IReadOnlyList<Fingerprint> Fingerprints);

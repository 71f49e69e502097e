using Merlon.Analysis.Evidence.Licenses;

namespace Merlon.Analysis.Evidence;

/// <summary>What the evidence engine knows, loaded once (about half a second) and shared; make one scanner per thread from it.</summary>
public sealed class EvidenceEngine
{
    readonly LicenseKnowledge licenses = LicenseKnowledge.Load();

    /// <summary>A scanner for one thread; it reuses its buffers from file to file.</summary>
    public EvidenceScanner CreateScanner(EvidenceOptions? options = null) => new(licenses, options ?? new());
}

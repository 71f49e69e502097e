namespace Merlon.Analysis.Tests.Manifests.CocoaPods;

public sealed class CocoaPodsTests
{
    [Fact]
    public Task PodfileLock_GivesPodsAndSubspecs() => ManifestTree.ShouldGive(
        [("Podfile.lock", """
        PODS:
          - Alamofire (5.6.4)
          - Firebase/Core (10.0.0):
            - Helper (~> 1.0)
          - Helper (1.2.0)
        DEPENDENCIES:
          - Alamofire (~> 5.6)
          - Firebase/Core
        SPEC CHECKSUMS:
          Alamofire: abc
        COCOAPODS: 1.12.1
        """)], """
        pkg:cocoapods/Alamofire@5.6.4 runtime direct
        pkg:cocoapods/Firebase@10.0.0#Core runtime direct
        pkg:cocoapods/Helper@1.2.0 runtime by pkg:cocoapods/Firebase@10.0.0#Core
        """);
}

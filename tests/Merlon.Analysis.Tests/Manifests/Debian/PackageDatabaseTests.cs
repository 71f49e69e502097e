namespace Merlon.Analysis.Tests.Manifests.Debian;

public sealed class PackageDatabaseTests
{
    [Fact]
    public Task DpkgStatus_GivesWhatIsInstalled() => ManifestTree.ShouldGive(
        [("root/etc/os-release", "ID=debian\nVERSION_ID=\"12\"\n"), ("root/var/lib/dpkg/status", """
        Package: libc6
        Status: install ok installed
        Architecture: amd64
        Source: glibc (2.36-9)
        Version: 2.36-9+deb12u1
        Description: C library
         Version: not a field

        Package: gone
        Status: deinstall ok config-files
        Version: 1.0
        """)], "pkg:deb/debian/libc6@2.36-9%2Bdeb12u1?arch=amd64&distro=debian-12&upstream=glibc%402.36-9 runtime");

    [Fact]
    public Task ApkInstalled_GivesLicences() => ManifestTree.ShouldGive(
        [("etc/os-release", "ID=alpine\nVERSION_ID=3.19.1\n"), ("lib/apk/db/installed", "C:Q1=\nP:musl\nV:1.2.4-r2\nA:x86_64\nL:MIT\no:musl\n\nP:libz\nV:1.3-r0\no:zlib\n")], """
        pkg:apk/alpine/libz@1.3-r0?distro=alpine-3.19.1&upstream=zlib runtime
        pkg:apk/alpine/musl@1.2.4-r2?arch=x86_64&distro=alpine-3.19.1 runtime (MIT)
        """);
}

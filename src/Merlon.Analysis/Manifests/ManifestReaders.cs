using System.Collections.Immutable;

namespace Merlon.Analysis.Manifests;

/// <summary>All readers there are. Order matters only among those that take the same file: their results follow it.</summary>
public static class ManifestReaders
{
    public static ImmutableArray<IManifestReader> All { get; } =
    [
        new Npm.PackageLockReader(), new Npm.YarnLockReader(), new Npm.PnpmLockReader(), new Npm.BunLockReader(), new Npm.BunBinaryLockReader(),
        new Npm.PackageJsonReader(), new Npm.InstalledPackageJsonReader(),
        new NuGet.PackagesLockReader(), new NuGet.AssetsReader(), new NuGet.PackagesConfigReader(), new NuGet.PaketLockReader(),
        new NuGet.ProjectFileReader(), new NuGet.NuspecReader(), new NuGet.DepsJsonReader(),
        new Maven.PomReader(),
        new Gradle.GradleLockReader(), new Gradle.BuildScriptReader(), new Gradle.VersionCatalogReader(),
        new PyPi.PythonLockReader(), new PyPi.PipfileLockReader(), new PyPi.RequirementsReader(), new PyPi.PyProjectReader(),
        new PyPi.SetupCfgReader(), new PyPi.CondaEnvironmentReader(), new PyPi.CondaLockReader(), new PyPi.PixiLockReader(), new PyPi.InstalledPythonReader(),
        new Go.GoModReader(), new Go.GoSumReader(), new Go.VendorModulesReader(),
        new Cargo.CargoLockReader(), new Cargo.CargoTomlReader(),
        new Composer.ComposerLockReader(), new Composer.ComposerJsonReader(),
        new RubyGems.GemfileLockReader(), new RubyGems.GemfileReader(),
        new Pub.PubspecLockReader(), new Pub.PubspecReader(),
        new Hex.MixLockReader(), new Hex.RebarLockReader(), new Hex.MixExsReader(),
        new CocoaPods.PodfileLockReader(), new SwiftPm.PackageResolvedReader(),
        new Conan.ConanLockReader(), new Conan.ConanFileReader(), new Conan.ConanRecipeReader(),
        new Debian.DpkgStatusReader(), new Alpine.ApkInstalledReader(), new Rpm.RpmDatabaseReader(),
        new Archives.ArchiveContentReader(),
    ];
}

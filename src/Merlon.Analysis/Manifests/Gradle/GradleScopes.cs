namespace Merlon.Analysis.Manifests.Gradle;

/// <summary>What a Gradle configuration's name says about its dependencies.</summary>
static class GradleScopes
{
    public static PackageScope OfConfiguration(string name) =>
        name.Contains("test", StringComparison.OrdinalIgnoreCase) ? PackageScope.Test
        : name is "classpath" || name.Contains("annotationProcessor", StringComparison.OrdinalIgnoreCase)
            || name.StartsWith("compileOnly") || name.StartsWith("kapt") || name.StartsWith("ksp") || name.EndsWith("CompileOnly") ? PackageScope.Build
        : name.StartsWith("development") || name.StartsWith("checkstyle") || name.StartsWith("pmd") || name.StartsWith("jacoco") || name.StartsWith("spotbugs") ? PackageScope.Development
        : PackageScope.Runtime;
}

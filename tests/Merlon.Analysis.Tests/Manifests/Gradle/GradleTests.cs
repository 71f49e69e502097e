namespace Merlon.Analysis.Tests.Manifests.Gradle;

public sealed class GradleTests
{
    const string Catalog = """
        [versions]
        guava = "33.0.0-jre"
        ranged = { strictly = "[1.0,2.0[" }
        [libraries]
        guava = { module = "com.google.guava:guava", version.ref = "guava" }
        spring-core = { group = "org.springframework", name = "spring-core", version = "6.0.0" }
        brief = "g:brief:1.1"
        ranged = { module = "g:ranged", version.ref = "ranged" }
        [bundles]
        web = ["spring-core", "brief"]
        """;

    [Fact]
    public Task BuildScripts_OfBothLanguages_GiveLiteralCoordinates() => ManifestTree.ShouldGive(
        [("a/build.gradle", """
        ext.jacksonVersion = '2.15.0'
        dependencies {
            implementation 'com.a:one:1.0'
            testImplementation("junit:junit:4.13.2") { exclude group: 'org.hamcrest', module: 'x' }
            compileOnly group: 'com.b', name: 'two', version: '2.0'
            api "com.fasterxml:jackson:$jacksonVersion"
            // implementation 'com.c:commented:1.0'
            implementation 'com.d:open:1.+'
            implementation project(':other')
        }
        task x { println 'com.e:not:1.0' }
        """), ("b/build.gradle.kts", """
        dependencies {
            implementation("com.k:kotlin:1.9")
            runtimeOnly(platform("com.k:bom:3.0"))
            "custom"("com.k:named:1.0")
        }
        """)], """
        pkg:maven/com.a/one@1.0 runtime direct
        pkg:maven/com.b/two@2.0 build direct
        pkg:maven/com.d/open runtime direct [1.+]
        pkg:maven/com.fasterxml/jackson@2.15.0 runtime direct
        pkg:maven/junit/junit@4.13.2 test direct
        pkg:maven/com.k/bom@3.0 runtime direct
        pkg:maven/com.k/kotlin@1.9 runtime direct
        """);

    [Fact]
    public Task Catalog_IsResolvedWhereAScriptNamesIt() => ManifestTree.ShouldGive(
        [("gradle/libs.versions.toml", Catalog), ("app/build.gradle.kts", """
        dependencies {
            implementation(libs.guava)
            testImplementation(libs.bundles.web)
        }
        """)], """
        pkg:maven/com.google.guava/guava@33.0.0-jre runtime direct
        pkg:maven/g/brief@1.1 test direct
        pkg:maven/org.springframework/spring-core@6.0.0 test direct
        pkg:maven/com.google.guava/guava@33.0.0-jre runtime
        pkg:maven/g/brief@1.1 runtime
        pkg:maven/g/ranged runtime [[1.0,2.0[]
        pkg:maven/org.springframework/spring-core@6.0.0 runtime
        """);

    [Fact]
    public Task LockFile_BeatsScriptAndCatalog() => ManifestTree.ShouldGive(
        [("build.gradle", "dependencies {\n implementation libs.guava\n}\n"), ("gradle/libs.versions.toml", Catalog), ("gradle.lockfile", """
        # This is a Gradle generated file
        com.google.guava:guava:33.0.0-jre=compileClasspath,runtimeClasspath,testRuntimeClasspath
        com.google.guava:failureaccess:1.0.2=runtimeClasspath
        org.hamcrest:hamcrest:2.2=testRuntimeClasspath
        empty=annotationProcessor
        """)], """
        pkg:maven/com.google.guava/failureaccess@1.0.2 runtime
        pkg:maven/com.google.guava/guava@33.0.0-jre runtime direct
        pkg:maven/org.hamcrest/hamcrest@2.2 test
        """);

    [Fact]
    public Task BuildScripts_WithCallsOverSeveralLines_GiveAllOfThem() => ManifestTree.ShouldGive(
        [("gradle/libs.versions.toml", Catalog), ("a/build.gradle", """
        dependencies {
            implementation 'com.a:one:1.0', // the first
                'com.a:two:2.0'
            implementation(
                libs.guava.get(),
            )
            constraints {
                implementation('com.a:three:3.0') { because 'of a fault' }
                implementation('com.a:never:1.0')
            }
            implementation 'com.a:three'
            implementation 'com.a:four:4.0' // see https://a.com:8080
        }
        """), ("b/build.gradle.kts", """
        dependencies {
            implementation(kotlin("stdlib"))
            testImplementation(kotlin("test", "2.0.21"))
            implementation(
                group = "com.b",
                name = "map",
                version = "1.5",
            )
        }
        """)], """
        pkg:maven/com.a/four@4.0 runtime direct
        pkg:maven/com.a/one@1.0 runtime direct
        pkg:maven/com.a/three@3.0 runtime direct
        pkg:maven/com.a/two@2.0 runtime direct
        pkg:maven/com.google.guava/guava@33.0.0-jre runtime direct
        pkg:maven/com.b/map@1.5 runtime direct
        pkg:maven/org.jetbrains.kotlin/kotlin-stdlib runtime direct
        pkg:maven/org.jetbrains.kotlin/kotlin-test@2.0.21 test direct
        pkg:maven/com.google.guava/guava@33.0.0-jre runtime
        pkg:maven/g/brief@1.1 runtime
        pkg:maven/g/ranged runtime [[1.0,2.0[]
        pkg:maven/org.springframework/spring-core@6.0.0 runtime
        """);

    [Fact]
    public Task BuildScripts_WithNamesForCoordinates_GiveThem() => ManifestTree.ShouldGive(
        [("gradle.properties", "springVersion=6.1.0\n# oldVersion=1\n"), ("gradle/dependencies.gradle", """
        ext { libraries = [:] }
        def versions = [:]
        versions.buddy = '1.9.0'
        libraries.buddy = "net.b:buddy:${versions.buddy}"
        libraries.junit = 'junit:junit:4.12' // for tests
        libraries.kotlin = [
            version: '1.2',
            stdlib: "org.k:stdlib:$versions.buddy",
            more: [ routines: 'org.k:routines:0.19' ],
        ]
        """), ("build.gradle", """
        apply from: "$rootDir/gradle/dependencies.gradle"
        ext.jacksonVersion = '2.15.0'
        version = '7.0'
        subprojects { dependencies { } }
        """), ("sub/app/build.gradle", """
        def local = '1.1'
        dependencies {
            compile libraries.buddy, libraries.kotlin.stdlib
            testCompile libraries['junit'], deps.unknown
            runtimeOnly libraries.kotlin.more.routines
            implementation "org.s:core:$springVersion"
            implementation "org.s:web:${rootProject.ext.jacksonVersion}"
            implementation 'com.a:joined:' + local
            implementation group: 'com.a', name: 'map', version: jacksonVersion
            implementation "com.a:own:$version"
            implementation "com.a:unknown:$nowhere"
            compile project.rootProject
        }
        """), ("kt/build.gradle.kts", """
        val ktor by extra("2.3.0")
        val okio: String = "3.0"
        dependencies {
            implementation("io.k:server:$ktor")
            implementation("io.k:okio:${okio}")
        }
        """)], """
        pkg:maven/io.k/okio@3.0 runtime direct
        pkg:maven/io.k/server@2.3.0 runtime direct
        pkg:maven/com.a/joined@1.1 runtime direct
        pkg:maven/com.a/map@2.15.0 runtime direct
        pkg:maven/com.a/own@7.0 runtime direct
        pkg:maven/com.a/unknown runtime direct [$nowhere]
        pkg:maven/junit/junit@4.12 test direct
        pkg:maven/net.b/buddy@1.9.0 runtime direct
        pkg:maven/org.k/routines@0.19 runtime direct
        pkg:maven/org.k/stdlib@1.9.0 runtime direct
        pkg:maven/org.s/core@6.1.0 runtime direct
        pkg:maven/org.s/web@2.15.0 runtime direct
        """);

    [Fact]
    public Task Scripts_ThatApplyOneAnother_AreReadOnce() => ManifestTree.ShouldGive(
        [("a.gradle", "apply from: 'b.gradle'\next.one = '1'\n"), ("b.gradle", "apply from: 'a.gradle'\next.two = \"${one}.0\"\n"), ("build.gradle", """
        apply from: 'a.gradle'
        dependencies {
            implementation "g:a:$one"
            implementation "g:b:$two"
        }
        """)], """
        pkg:maven/g/a@1 runtime direct
        pkg:maven/g/b@1.0 runtime direct
        """);
}

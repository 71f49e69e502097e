using Merlon.Core.Engines;
using Merlon.Core.Outcomes;
using Merlon.Server.Hosting;
using Merlon.Server.Hosting.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace Merlon.Server.Tests.Hosting;

public sealed class SettingsTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("merlon-settings-");

    [Fact]
    public void File_Environment_Flags_TheLaterWins()
    {
        WriteFile("""{ "urls": "http://127.0.0.1:1", "publicUrl": "https://file.example/", "retention": { "eventDays": 7 } }""");
        var options = Read(new() { ["urls"] = "http://127.0.0.1:3" }, new() { ["MERLON_URLS"] = "http://127.0.0.1:2", ["MERLON_PUBLIC_URL"] = "https://environment.example" }).Value;
        options.Urls.ShouldBe("http://127.0.0.1:3");
        options.PublicUrl.ShouldBe("https://environment.example");
        options.Retention.EventDays.ShouldBe(7);
    }

    [Fact]
    public void NothingGiven_EveryDefaultHolds()
    {
        var options = Read([], []).Value;
        options.ShouldBe(new ServerOptions(options.Storage) { TrustedProxies = options.TrustedProxies, Outbound = options.Outbound });
        options.TrustedProxies.ShouldBeEmpty();
    }

    [Fact]
    public void Lists_AreArraysInTheFileOrCommasInTheEnvironment()
    {
        WriteFile("""{ "trustedProxies": ["10.0.0.0/8", "192.0.2.7"] }""");
        var options = Read([], new() { ["MERLON_OUTBOUND__ALLOWED"] = "127.0.0.0/8, ::1" }).Value;
        options.TrustedProxies.Select(network => network.ToString()).ShouldBe(["10.0.0.0/8", "192.0.2.7/32"]);
        options.Outbound.Allowed.Select(network => network.ToString()).ShouldBe(["127.0.0.0/8", "::1/128"]);
    }

    [Fact]
    public void Advisories_AreDownloadedOnlyWhereAnAddressIsGiven()
    {
        Read([], []).Value.Advisories.IsOn.ShouldBeFalse();
        WriteFile("""{ "advisories": { "osv": "https://mirror.example/osv", "ecosystems": ["npm", "Debian"], "cron": "0 0 3 * * ?" } }""");
        var advisories = Read([], []).Value.Advisories;
        advisories.IsOn.ShouldBeTrue();
        advisories.Ecosystems.ShouldBe(["npm", "Debian"]);
        advisories.Cron.ShouldBe("0 0 3 * * ?");
    }

    [Fact]
    public async Task Engine_IsHeldToWhatTheSettingsAllow()
    {
        WriteFile("""{ "engine": { "memoryMegabytes": 512, "minutes": 7 } }""");
        await using var app = MerlonServer.Build(Read([], []).Value);
        var limits = app.Services.GetRequiredService<EngineLimits>();
        (limits.Memory, limits.Time).ShouldBe((512L << 20, TimeSpan.FromMinutes(7)));
    }

    [Theory]
    [InlineData("""{ "urls": "nonsense" }""", "urls")]
    [InlineData("""{ "urls": "https://127.0.0.1:1" }""", "tls.certificate")]
    [InlineData("""{ "publicUrl": "ftp://example.org" }""", "publicUrl")]
    [InlineData("""{ "blobs": "/somewhere" }""", "blobs")]
    [InlineData("""{ "database": "nonsense" }""", "database")]
    [InlineData("""{ "database": "postgres://u:p@:x/" }""", "database")]
    [InlineData("""{ "tls": { "certificate": "/nowhere.pem", "key": "/nowhere.pem" } }""", "tls.certificate")]
    [InlineData("""{ "trustedProxies": ["10.0.0.0/99"] }""", "trustedProxies")]
    [InlineData("""{ "outbound": { "timeoutSeconds": 0 } }""", "outbound.timeoutSeconds")]
    [InlineData("""{ "limits": { "bodyMegabytes": "many" } }""", "limits.bodyMegabytes")]
    [InlineData("""{ "engine": { "memoryMegabytes": 1 } }""", "engine.memoryMegabytes")]
    [InlineData("""{ "engine": { "minutes": 0 } }""", "engine.minutes")]
    [InlineData("""{ "telemetry": { "logs": "loud" } }""", "telemetry.logs")]
    [InlineData("""{ "telemetry": { "prometheus": "perhaps" } }""", "telemetry.prometheus")]
    [InlineData("""{ "retention": { "eventDays": -1 } }""", "retention.eventDays")]
    [InlineData("""{ "advisories": { "osv": "/somewhere" } }""", "advisories.osv")]
    [InlineData("""{ "advisories": { "cron": "every now and then" } }""", "advisories.cron")]
    [InlineData("""{ "advisories": { "largestFileMegabytes": 0 } }""", "advisories.largestFileMegabytes")]
    [InlineData("""{ "retension": { "eventDays": 1 } }""", "retension.eventDays")]
    public void File_WithOneFault_NamesTheSetting(string file, string setting)
    {
        WriteFile(file);
        Errors(Read([], [])).ShouldContain(error => error.Field == setting);
    }

    [Fact]
    public void File_WithSeveralFaults_NamesThemAllAtOnce()
    {
        WriteFile("""{ "publicUrl": "x", "limits": { "bodyMegabytes": 0 }, "colour": "red" }""");
        Errors(Read([], [])).Select(error => error.Field).ShouldBe(["publicUrl", "limits.bodyMegabytes", "colour"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("{ not json")]
    [InlineData("[1]")]
    public void File_ThatIsNotAnObject_IsRefusedWithItsName(string file)
    {
        WriteFile(file);
        Errors(Read([], [])).Single().Error.ShouldContain("merlon.json");
    }

    [Fact]
    public void Config_ThatDoesNotExist_IsRefused() => Errors(Read(new() { ["config"] = "/nowhere.json" }, [])).Single().Field.ShouldBe("config");

    public void Dispose() => _data.Delete(recursive: true);

    private void WriteFile(string text) => File.WriteAllText(Path.Combine(_data.FullName, "merlon.json"), text);

    private Outcome<ServerOptions> Read(Dictionary<string, string?> flags, Dictionary<string, string> environment)
    {
        flags["data"] = _data.FullName;
        var sources = SettingsSources.Gather(flags, environment);
        return sources.Refusal is { } refusal ? refusal : ServerSettings.Read(sources.Value);
    }

    private static IEnumerable<FieldError> Errors(Outcome<ServerOptions> outcome) => outcome.Refusal.ShouldBeOfType<Refusal.Invalid>().Errors;
}

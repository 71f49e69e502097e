using System.Text.Json;
using Merlon.Nodes.Collection.Files;

namespace Merlon.Nodes.Tests;

public sealed class NodeScanOptionsReaderTests
{
    [Fact]
    public void Options_AsGroupsCarryThem_AreRead()
    {
        var options = Read("""
            {"scan_directory_options": [{"path": "/opt/app", "raw": true}, {"path": "/opt/app/tmp", "exclude": true}], "scan_ports": {"tcp": "1-1024,8080"},
             "scan_sections": ["files", "ports"], "registry_keys": ["HKEY_X"], "scripts": [], "cis_ignore": ["x"]}
            """, out var error)!;
        error.ShouldBeNull();
        options.Files[FileRule.Defaults.Length..].ShouldBe([new FileRule("/opt/app", Raw: true), new FileRule("/opt/app/tmp", Exclude: true)]);
        options.Ports.Includes("tcp", 8080).ShouldBeTrue();
        options.Ports.Includes("tcp", 2000).ShouldBeFalse();
        options.Ports.Includes("udp", 2000).ShouldBeTrue();
        options.Sections!.Order().ShouldBe(["files", "ports"]);
        options.NotSupported.ShouldBe(["registry_keys"]);
    }

    [Theory]
    [InlineData("[]", "JSON object")]
    [InlineData("""{"scan_directory_options": {}}""", "list")]
    [InlineData("""{"scan_directory_options": [{"path": "etc"}]}""", "absolute")]
    [InlineData("""{"scan_directory_options": [3]}""", "absolute")]
    [InlineData("""{"scan_ports": {"tcp": "x"}}""", "scan_ports")]
    [InlineData("""{"scan_ports": []}""", "scan_ports")]
    [InlineData("""{"scan_sections": [1]}""", "scan_sections")]
    public void Options_ThatCannotBeRead_AreRefusedInWords(string json, string word)
    {
        Read(json, out var error).ShouldBeNull();
        error!.ShouldContain(word);
    }

    static NodeScanOptions? Read(string json, out string? error)
    {
        using var document = JsonDocument.Parse(json);
        NodeScanOptionsReader.TryRead(document.RootElement, out var options, out error);
        return options;
    }
}

using Merlon.Analysis;
using Merlon.Core.Engines;
using Microsoft.Extensions.Logging.Abstractions;

namespace Merlon.Tests.Commands;

/// <summary>The executable is its own engine.</summary>
public sealed class EngineCommandTests
{
    [Fact]
    public async Task Engine_OfTheExecutable_DoesAnOrder()
    {
        var folder = Directory.CreateTempSubdirectory("merlon-engine-");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "LICENSE"), "SPDX-License-Identifier: MIT");
        var command = new EngineCommand("dotnet", [Path.Combine(AppContext.BaseDirectory, "merlon.dll"), EngineCommand.Verb]);
        var engines = new ScanEngines(new EngineProcess(command, TimeProvider.System, NullLogger<EngineProcess>.Instance));
        var files = new List<string>();

        var end = await engines.ScanCode(new CodeScanOrder(folder.FullName), new EngineLimits(), (result, _) =>
        {
            if (result is ScannedFile file) files.Add(file.Path);
            return ValueTask.CompletedTask;
        });

        end.ShouldBeOfType<EngineEnd.Finished>(end.Message);
        files.ShouldBe(["LICENSE"]);
        folder.Delete(recursive: true);
    }
}

using Merlon.Core.Storage;

namespace Merlon.Server.Tests.Storage;

/// <summary>Scratch folders go with their work, and those of dead processes at the next start.</summary>
public sealed class ScratchFoldersTests : IDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("merlon-scratch-");

    private ScratchFolders Process() => new(new StorageOptions(_data.FullName), TimeProvider.System);

    private string[] Left() => [.. _data.EnumerateFiles("*", SearchOption.AllDirectories).Select(f => f.Name).Where(name => name != "held").Order()];

    [Fact]
    public void Dispose_OfAPieceOfWork_RemovesItsFolder()
    {
        using var process = Process();
        using (var scratch = process.New()) File.WriteAllText(Path.Combine(scratch.Folder, "tree"), "x");

        Left().ShouldBeEmpty();
    }

    [Fact]
    public void ClearDead_RemovesWhatNobodyHolds_AndNothingOfTheLiving()
    {
        using var living = Process();
        using var works = living.New();
        File.WriteAllText(Path.Combine(works.Folder, "living"), "x");
        var dead = _data.CreateSubdirectory("scratch/0198").CreateSubdirectory("work");
        File.WriteAllText(Path.Combine(dead.FullName, "dead"), "x");

        using var next = Process();
        next.ClearDead();

        Left().ShouldBe(["living"]);
    }

    public void Dispose() => _data.Delete(recursive: true);
}

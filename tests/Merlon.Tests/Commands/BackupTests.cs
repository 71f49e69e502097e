namespace Merlon.Tests.Commands;

public sealed class BackupTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("merlon-backup-");

    [Fact]
    public async Task Backup_Restored_LetsTheSameUsersIn()
    {
        (await MerlonProcess.Run("user", "add", "somebody", "--data", At("source"))).Done();
        (await MerlonProcess.Run("backup", At("all.zip"), "--data", At("source"))).Done().ShouldContain("rows, 0 documents and 0 files are in");
        (await MerlonProcess.Run("restore", At("all.zip"), "--data", At("copy"))).Done().ShouldContain("are restored");
        (await MerlonProcess.Run("user", "list", "--data", At("copy"))).Done().ShouldContain("somebody");
        (await MerlonProcess.Run("restore", At("all.zip"), "--data", At("copy"))).Refused().ShouldContain("empty");
    }

    [Fact]
    public async Task Backup_OfWhatIsNotThere_IsRefusedAndLeavesNothing()
    {
        (await MerlonProcess.Run("backup", At("all.zip"), "--data", At("nowhere"))).Refused().ShouldContain("no installation");
        _folder.EnumerateFileSystemInfos().ShouldBeEmpty();
    }

    [Fact]
    public async Task Restore_OfWhatIsNoBackup_IsRefusedInOneLine()
    {
        await File.WriteAllTextAsync(At("all.zip"), "no archive");
        (await MerlonProcess.Run("restore", At("all.zip"), "--data", At("copy"))).Refused();
        (await MerlonProcess.Run("restore", At("nothing.zip"), "--data", At("copy"))).Refused().ShouldContain("nothing.zip");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string At(string name) => Path.Combine(_folder.FullName, name);
}

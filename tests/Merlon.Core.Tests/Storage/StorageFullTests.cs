using Merlon.Core.Storage;
using Microsoft.Data.Sqlite;

namespace Merlon.Core.Tests.Storage;

public sealed class StorageFullTests
{
    [Fact]
    public void WriteToADeviceWithoutRoom_IsFull()
    {
        var failure = Should.Throw<IOException>(() => File.AppendAllText("/dev/full", "one line\n"));
        StorageFull.Is(failure).ShouldBeTrue();
        StorageFull.Is(new InvalidOperationException("while keeping", failure)).ShouldBeTrue();
    }

    [Fact]
    public void DatabaseThatMayNotGrow_IsFull()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "CREATE TABLE t (x)";
        command.ExecuteNonQuery();
        command.CommandText = "PRAGMA max_page_count = 3";
        command.ExecuteScalar();
        command.CommandText = "INSERT INTO t VALUES (randomblob(100000))";
        StorageFull.Is(Should.Throw<SqliteException>(() => command.ExecuteNonQuery())).ShouldBeTrue();
    }

    [Fact]
    public void OtherFailures_AreNot()
    {
        StorageFull.Is(new IOException("cut off")).ShouldBeFalse();
        StorageFull.Is(Should.Throw<IOException>(() => File.ReadAllText(Path.Combine(Path.GetTempPath(), "merlon-nowhere", "file")))).ShouldBeFalse();
    }
}

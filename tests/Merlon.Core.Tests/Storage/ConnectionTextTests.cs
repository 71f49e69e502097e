using Merlon.Core.Storage.Engines;
using Npgsql;

namespace Merlon.Core.Tests.Storage;

public sealed class ConnectionTextTests
{
    [Theory]
    [InlineData("keywords", "Host=db;Username=merlon;Password=s3;Database=kept", true, 200)]
    [InlineData("a URL", "postgres://merlon:s3@db/kept", true, 200)]
    [InlineData("what an operator chose", "Host=db;Username=merlon;Password=s3;Database=kept;Max Auto Prepare=0;No Reset On Close=false", false, 0)]
    [InlineData("the same without blanks", "Host=db;Username=merlon;Password=s3;Database=kept;MaxAutoPrepare=0;NoResetOnClose=false", false, 0)]
    [InlineData("what an operator chose in a URL", "postgresql://merlon:s3@db/kept?Max%20Auto%20Prepare=0&No%20Reset%20On%20Close=false", false, 0)]
    public void Normalize_PreparesStatementsAndKeepsThem_UnlessToldOtherwise(string name, string text, bool kept, int prepared)
    {
        var connection = new NpgsqlConnectionStringBuilder(ConnectionText.Normalize(text));

        (connection.Host, connection.Username, connection.Password, connection.Database).ShouldBe(("db", "merlon", "s3", "kept"), name);
        (connection.NoResetOnClose, connection.MaxAutoPrepare).ShouldBe((kept, prepared), name);
    }
}

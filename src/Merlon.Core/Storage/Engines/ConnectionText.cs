using Npgsql;

namespace Merlon.Core.Storage.Engines;

/// <summary>Accepts a PostgreSQL address in the two forms people paste: keyword=value pairs and <c>postgres://</c> URLs.</summary>
internal static class ConnectionText
{
    // Statements that are used again and again are planned once per connection.
    private const int PreparedStatements = 200;

    /// <summary>The keyword form, with the settings that this product wants wherever the operator did not choose.</summary>
    public static string Normalize(string text)
    {
        var connection = new NpgsqlConnectionStringBuilder(Keywords(text));
        if (!connection.ShouldSerialize("Max Auto Prepare")) connection.MaxAutoPrepare = PreparedStatements;
        // Nothing is left behind in a session that the next user of the connection could see, and its prepared statements are to stay.
        if (!connection.ShouldSerialize("No Reset On Close")) connection.NoResetOnClose = true;
        return connection.ConnectionString;
    }

    private static string Keywords(string text)
    {
        if (!text.StartsWith("postgres://", StringComparison.Ordinal) && !text.StartsWith("postgresql://", StringComparison.Ordinal)) return text;
        var url = new Uri(text);
        var user = url.UserInfo.Split(':', 2);
        var connection = new NpgsqlConnectionStringBuilder
        {
            Host = url.Host,
            Port = url.IsDefaultPort || url.Port < 0 ? 5432 : url.Port,
            Database = Uri.UnescapeDataString(url.AbsolutePath.TrimStart('/')),
        };
        if (user[0].Length > 0) connection.Username = Uri.UnescapeDataString(user[0]);
        if (user.Length > 1) connection.Password = Uri.UnescapeDataString(user[1]);
        foreach (var pair in url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            connection[Uri.UnescapeDataString(parts[0])] = Uri.UnescapeDataString(parts.Length > 1 ? parts[1] : "");
        }
        return connection.ConnectionString;
    }
}

using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Lucarne.Social.Data;

/// <summary>Lets SQLite itself wait while another connection writes: it looks again after 1, 2, 5, 10 ms and so on. Microsoft.Data.Sqlite alone looks every 150 ms.</summary>
internal sealed class SqlitePatience : DbConnectionInterceptor
{
    /// <summary>The only one.</summary>
    public static readonly SqlitePatience Only = new();

    private const int LongestMs = 20_000;

    private SqlitePatience()
    {
    }

    /// <inheritdoc/>
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    /// <inheritdoc/>
    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set(connection);
        return Task.CompletedTask;
    }

    private static void Set(DbConnection connection) => SQLitePCL.raw.sqlite3_busy_timeout(((SqliteConnection)connection).Handle, LongestMs);
}

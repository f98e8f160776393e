using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Tests;

/// <summary>Lets go of the files of one SQLite database.</summary>
internal static class SqlitePools
{
    /// <summary>Closes the idle connections to a context's database, so that its folder can be removed. Those to other databases stay: tests run side by side.</summary>
    public static void Release(DbContext db)
    {
        if (db.Database.GetDbConnection() is SqliteConnection connection)
        {
            SqliteConnection.ClearPool(connection);
        }
    }
}

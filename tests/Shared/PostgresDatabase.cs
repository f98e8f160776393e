using Npgsql;

namespace Lucarne.Tests;

/// <summary>A fresh PostgreSQL database for one test, where <c>LUCARNE_TEST_POSTGRES</c> names a server (see tests/with-postgres). It is dropped at the end.</summary>
internal sealed class PostgresDatabase : IDisposable
{
    private readonly string _server;
    private readonly string _name;

    private PostgresDatabase(string server, string folder)
    {
        (_server, _name) = (server, NameFor(folder));
        // Prepared as the product prepares: under another connection string its connections would be in another pool.
        ConnectionString = new NpgsqlConnectionStringBuilder(server) { Database = _name, MaxPoolSize = 30, MaxAutoPrepare = 100, AutoPrepareMinUsages = 2 }.ConnectionString;
    }

    /// <summary>Where the database is.</summary>
    public string ConnectionString { get; }

    /// <summary>Connection string of the server that the tests run on; null for SQLite.</summary>
    public static string? Server => Environment.GetEnvironmentVariable("LUCARNE_TEST_POSTGRES") is { Length: > 0 } server ? server : null;

    /// <summary>Makes the database that belongs to a data folder; null where the tests run on SQLite.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="template">The database to copy, to which nothing is connected; null for an empty one.</param>
    public static PostgresDatabase? CreateFor(string folder, PostgresDatabase? template = null)
    {
        if (Server is not { } server)
        {
            return null;
        }

        PostgresDatabase database = new(server, folder);
        Run(server, $"CREATE DATABASE \"{database._name}\"" + (template is null ? "" : $" TEMPLATE \"{template._name}\""));
        return database;
    }

    /// <summary>The connection string of the database that another process made for the same folder; null where the tests run on SQLite.</summary>
    public static string? ConnectionStringFor(string folder) => Server is { } server ? new PostgresDatabase(server, folder).ConnectionString : null;

    /// <summary>Closes this process's idle connections to it.</summary>
    public void CloseConnections()
    {
        using NpgsqlConnection pooled = new(ConnectionString);
        NpgsqlConnection.ClearPool(pooled);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        CloseConnections();
        Run(_server, $"DROP DATABASE \"{_name}\" WITH (FORCE)");
    }

    private static string NameFor(string folder)
        => string.Concat(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)).Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));

    private static void Run(string server, string sql)
    {
        using NpgsqlConnection connection = new(server);
        connection.Open();
        using NpgsqlCommand command = new(sql, connection);
        command.ExecuteNonQuery();
    }
}

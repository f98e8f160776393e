using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Lucarne.Social.Data;

/// <summary>Runs statements that are read many times a second on connections of their own, where they stay prepared. Sees what is committed, never what an open transaction has written.</summary>
/// <remarks>SQLite parses and plans a statement at each use otherwise, which takes longer than running it. On PostgreSQL, Npgsql keeps statements prepared (<c>Max Auto Prepare</c>).</remarks>
internal sealed class PreparedReads(IOptions<SocialOptions> options) : IDisposable
{
    /// <summary>Reads that run at once on SQLite. They keep a processor busy and never wait for another: more of them would only share what there is, each with a connection to open and its statements to prepare.</summary>
    private static readonly int s_mostAtOnce = Math.Max(4, 2 * Environment.ProcessorCount);

    private readonly string _sqlite = new SqliteConnectionStringBuilder
    {
        DataSource = DataServices.FileOf(options.Value),
        Mode = SqliteOpenMode.ReadWrite,
        Pooling = false,
    }.ToString();

    private readonly string? _postgres = options.Value.Postgres is { Length: > 0 } postgres ? DataServices.WithPreparation(postgres) : null;
    private readonly ConcurrentBag<SqliteReader> _idle = [];
    private readonly SemaphoreSlim _turns = new(s_mostAtOnce);
    private volatile bool _closed;

    /// <summary>True where the rows are in SQLite.</summary>
    public bool IsSqlite => _postgres is null;

    /// <summary>Runs a statement.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="row">Reads one row.</param>
    /// <param name="cancel">Stops the work.</param>
    /// <param name="values">A value for each of its slots.</param>
    /// <returns>The rows in the statement's order.</returns>
    public async Task<List<T>> ReadAsync<T>(ReadStatement statement, Func<DbDataReader, T> row, CancellationToken cancel, params object[] values)
    {
        if (_postgres is not null)
        {
            await using NpgsqlConnection connection = new(_postgres);
            await connection.OpenAsync(cancel);
            await using NpgsqlCommand command = connection.CreateCommand();
            Prepare(command, statement);
            return await RunAsync(command, statement, row, values, cancel);
        }

        await _turns.WaitAsync(cancel);
        SqliteReader? reader = null;
        bool whole = false;
        try
        {
            reader = _idle.TryTake(out SqliteReader? idle) ? idle : new SqliteReader(_sqlite);
            List<T> rows = await RunAsync(reader.CommandOf(statement), statement, row, values, CancellationToken.None);
            whole = true;
            return rows;
        }
        finally
        {
            // A connection that has failed is not trusted again.
            if (whole && !_closed)
            {
                _idle.Add(reader!);
            }
            else
            {
                reader?.Dispose();
            }

            _turns.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _closed = true;
        while (_idle.TryTake(out SqliteReader? reader))
        {
            reader.Dispose();
        }
    }

    private static void Prepare(DbCommand command, ReadStatement statement)
    {
#pragma warning disable CA2100 // The text is a constant of the caller; everything that varies is a parameter.
        command.CommandText = statement.Text;
#pragma warning restore CA2100
        foreach (ReadParameter place in statement.Parameters)
        {
            DbParameter parameter = command.CreateParameter();
            parameter.ParameterName = place.Name;
            command.Parameters.Add(parameter);
        }
    }

    private static async Task<List<T>> RunAsync<T>(DbCommand command, ReadStatement statement, Func<DbDataReader, T> row, object[] values, CancellationToken cancel)
    {
        for (int i = 0; i < statement.Parameters.Count; i++)
        {
            ReadParameter place = statement.Parameters[i];
            command.Parameters[i].Value = place.Item is int item ? ((IReadOnlyList<Guid>)values[place.Slot])[item] : values[place.Slot];
        }

        List<T> rows = [];
        await using DbDataReader reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            rows.Add(row(reader));
        }

        return rows;
    }

    /// <summary>One connection with its prepared commands; used by one at a time.</summary>
    private sealed class SqliteReader : IDisposable
    {
        private readonly SqliteConnection _connection;
        private readonly Dictionary<ReadStatement, SqliteCommand> _commands = new(ReferenceEqualityComparer.Instance);

        public SqliteReader(string connectionString)
        {
            _connection = new SqliteConnection(connectionString);
            _connection.Open();
            using SqliteCommand pragmas = _connection.CreateCommand();
            pragmas.CommandText = "PRAGMA query_only = 1; PRAGMA mmap_size = 268435456; PRAGMA temp_store = MEMORY";
            pragmas.ExecuteNonQuery();
        }

        public SqliteCommand CommandOf(ReadStatement statement)
        {
            if (!_commands.TryGetValue(statement, out SqliteCommand? command))
            {
                command = _connection.CreateCommand();
                Prepare(command, statement);
                _commands.Add(statement, command);
            }

            return command;
        }

        public void Dispose()
        {
            foreach (SqliteCommand command in _commands.Values)
            {
                command.Dispose();
            }

            _connection.Dispose();
        }
    }
}

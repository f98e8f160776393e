using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Lucarne.Social.Data;

/// <summary>One statement that is run for many rows, in the context's own transaction.</summary>
internal sealed class PreparedStatement : IAsyncDisposable
{
    private readonly DbCommand _command;

    /// <summary>Makes the statement; the context's connection has to be open (it is within a transaction).</summary>
    /// <param name="db">The database.</param>
    /// <param name="sql">Text with the parameters <c>@p0</c>, <c>@p1</c>…</param>
    /// <param name="parameters">Number of parameters.</param>
    public PreparedStatement(LucarneContext db, string sql, int parameters)
    {
        _command = db.Database.GetDbConnection().CreateCommand();
        _command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
#pragma warning disable CA2100 // The text is a constant of the caller; everything that varies is a parameter.
        _command.CommandText = sql;
#pragma warning restore CA2100
        for (int i = 0; i < parameters; i++)
        {
            DbParameter parameter = _command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            _command.Parameters.Add(parameter);
        }
    }

    /// <summary>Runs it; the number of rows that changed.</summary>
    public Task<int> RunAsync(CancellationToken cancel, params ReadOnlySpan<object?> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return _command.ExecuteNonQueryAsync(cancel);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _command.DisposeAsync();
}

using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Data;

/// <summary>A question to the database that is asked often: its text is made once, and <see cref="PreparedReads"/> keeps it prepared.</summary>
/// <param name="Text">In the words of the installation's database.</param>
/// <param name="Parameters">Where the values go.</param>
internal sealed record ReadStatement(string Text, IReadOnlyList<ReadParameter> Parameters)
{
    /// <summary>A statement whose parameters are <c>@p0</c>, <c>@p1</c>… in the order of their values.</summary>
    public static ReadStatement Of(string text, int parameters)
        => new(text, [.. Enumerable.Range(0, parameters).Select(i => new ReadParameter($"@p{i}", i, null))]);

    /// <summary>The statement that EF Core makes of a query, so that rules written in LINQ hold for prepared reads too.</summary>
    /// <param name="query">The query, whose variables hold the stand-ins.</param>
    /// <param name="standIns">A value for each variable that nothing else in the query has: a <see cref="Guid"/>, an <see cref="int"/> or a list of Guids.</param>
    public static ReadStatement Of(IQueryable query, params IReadOnlyList<object> standIns)
    {
        using DbCommand command = query.CreateDbCommand();
        return new ReadStatement(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(Place)]);

        ReadParameter Place(DbParameter parameter)
        {
            for (int i = 0; i < standIns.Count; i++)
            {
                if (standIns[i].Equals(parameter.Value) || (standIns[i] is Guid[] all && parameter.Value is IEnumerable<Guid> same && same.SequenceEqual(all)))
                {
                    return new ReadParameter(parameter.ParameterName, i, null);
                }

                if (standIns[i] is Guid[] ids && parameter.Value is Guid one && Array.IndexOf(ids, one) is >= 0 and int at)
                {
                    return new ReadParameter(parameter.ParameterName, i, at);
                }
            }

            throw new InvalidOperationException($"ReadStatement: the parameter {parameter.ParameterName} of a query has no stand-in");
        }
    }
}

/// <summary>A parameter of a statement.</summary>
/// <param name="Name">As the text names it.</param>
/// <param name="Slot">Which value goes there.</param>
/// <param name="Item">Which item of that value, where it is a list that was spread over several parameters; null for the whole value.</param>
internal sealed record ReadParameter(string Name, int Slot, int? Item);

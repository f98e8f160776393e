using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Lucarne.Social.Http;

/// <summary>What a use case gives: its value, or the <see cref="Http.Problem"/> that explains why there is none.</summary>
/// <typeparam name="T">The value.</typeparam>
public readonly struct Outcome<T>
    where T : notnull
{
    private readonly T? _value;

    private Outcome(T? value, Problem? problem)
    {
        _value = value;
        Problem = problem;
    }

    /// <summary>Why there is no value; null on success.</summary>
    public Problem? Problem { get; }

    /// <summary>Succeeds.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>Refuses.</summary>
    public static implicit operator Outcome<T>(Problem problem) => new(default, problem);

    internal static Outcome<T> Success(T value) => new(value, null);

    /// <summary>True with the value; false with the problem.</summary>
    public bool TryGet([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Problem? problem)
    {
        (value, problem) = (_value, Problem);
        return problem is null;
    }

    /// <summary>The HTTP answer: <paramref name="success"/> of the value, or the problem.</summary>
    public Results<TResult, ProblemResult> Answer<TResult>(Func<T, TResult> success)
        where TResult : IResult
        => TryGet(out T? value, out Problem? problem) ? success(value) : new ProblemResult(problem);
}

/// <summary>Makes outcomes of values whose type is an interface, which no conversion operator takes.</summary>
public static class Outcome
{
    /// <summary>Succeeds.</summary>
    public static Outcome<T> Of<T>(T value)
        where T : notnull
        => Outcome<T>.Success(value);
}

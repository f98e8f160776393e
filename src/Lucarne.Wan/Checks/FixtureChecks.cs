using Lucarne.Wan.Weights;

namespace Lucarne.Wan.Checks;

/// <summary>One comparison with golden numbers.</summary>
/// <param name="Name">Path of the case in its folder, and what was compared.</param>
/// <param name="Difference">Maximum absolute difference; the number of differing items where they must be equal; NaN when it could not be run.</param>
/// <param name="Tolerance">Most that the difference may be.</param>
/// <param name="Problem">Why it could not be run; null when it was.</param>
public sealed record FixtureCheck(string Name, double Difference, double Tolerance, string? Problem = null)
{
    /// <summary>True when the difference is within the tolerance.</summary>
    public bool Ok => Problem is null && Difference <= Tolerance;
}

/// <summary>Runs every case of a folder of golden fixtures against this implementation, whatever the sizes of its models.</summary>
/// <remarks>
/// The folder has any of <c>transformer</c>, <c>vae</c>, <c>text_encoder</c>, <c>tokenizer</c>, <c>scheduler</c>, <c>pipeline</c> and <c>causal</c>, each laid out as
/// tests/Lucarne.Wan.Tests/Fixtures/README.md describes; tolerances are those of that file. A case that fails to run is a result too.
/// </remarks>
public static class FixtureChecks
{
    private const long MemoryLimitBytes = 8L << 30;

    private static readonly (string Folder, Func<FixtureFolder, IEnumerable<FixtureCheck>> Run)[] Areas =
    [
        ("transformer", TransformerChecks.Run),
        ("vae", AutoencoderChecks.Run),
        ("text_encoder", TextChecks.RunEncoder),
        ("tokenizer", TextChecks.RunTokenizers),
        ("scheduler", SchedulerChecks.Run),
        ("pipeline", PipelineChecks.Run),
        ("causal", CausalChecks.Run),
    ];

    /// <summary>Runs all cases, as they are asked for.</summary>
    /// <param name="folder">The fixtures folder.</param>
    /// <param name="cancellation">Looked at between cases and inside models.</param>
    /// <exception cref="WeightFileException">The folder holds none of the known areas.</exception>
    public static IEnumerable<FixtureCheck> Run(string folder, CancellationToken cancellation = default)
    {
        if (!Areas.Any(area => Directory.Exists(Path.Combine(folder, area.Folder))))
        {
            throw new WeightFileException(folder, $"a fixtures folder has one of {string.Join(", ", Areas.Select(area => area.Folder))}.");
        }

        return RunAreas(folder, cancellation);
    }

    private static IEnumerable<FixtureCheck> RunAreas(string folder, CancellationToken cancellation)
    {
        using ComputeContext context = new(MemoryLimitBytes);
        foreach ((string name, Func<FixtureFolder, IEnumerable<FixtureCheck>> run) in Areas)
        {
            if (Directory.Exists(Path.Combine(folder, name)))
            {
                foreach (FixtureCheck check in run(new FixtureFolder(Path.GetFullPath(folder), name, context, cancellation)))
                {
                    yield return check;
                }
            }
        }
    }
}

/// <summary>A folder of fixtures: where it is, what it is run with, and how its cases become results.</summary>
internal sealed record FixtureFolder(string Root, string Name, ComputeContext Context, CancellationToken Cancellation)
{
    public string Path => System.IO.Path.Combine(Root, Name);

    /// <summary>Sub-folders in order of their names.</summary>
    public IEnumerable<FixtureFolder> Folders() =>
        Directory.EnumerateDirectories(Path).Order(StringComparer.Ordinal).Select(path => this with { Name = $"{Name}/{System.IO.Path.GetFileName(path)}" });

    /// <summary>Names of the case files that start with a word, without their ending, in order.</summary>
    public IEnumerable<string> Cases(string start) =>
        Directory.EnumerateFiles(Path, $"{start}*.safetensors").Select(path => System.IO.Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal);

    public FixtureCase Open(string name) => new(System.IO.Path.Combine(Path, name + ".safetensors"));

    /// <summary>Runs one case; what goes wrong becomes its result.</summary>
    public IReadOnlyList<FixtureCheck> Try(string name, Func<IEnumerable<FixtureCheck>> run)
    {
        Cancellation.ThrowIfCancellationRequested();
        try
        {
            return [.. run().Select(check => check with { Name = $"{Name}/{name}{check.Name}" })];
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return [new FixtureCheck($"{Name}/{name}", double.NaN, 0, exception.Message)];
        }
    }
}

/// <summary>The tensors of a case file.</summary>
internal sealed class FixtureCase(string path) : IDisposable
{
    private readonly WeightStore _store = WeightStore.Open(path);

    public IEnumerable<string> Names => _store.Names;

    public IReadOnlyDictionary<string, string> Metadata => _store.Metadata;

    public bool Has(string name) => _store.TryGet(name, out _);

    public float[] this[string name] => _store[name].ToArray();

    public int[] Shape(string name) => [.. _store[name].Shape];

    /// <summary>One sample of a tensor whose first axis is the batch.</summary>
    public float[] Sample(string name, int index)
    {
        float[] all = this[name];
        int length = all.Length / Shape(name)[0];
        return all.AsSpan(index * length, length).ToArray();
    }

    public void Dispose() => _store.Dispose();

    /// <summary>Maximum absolute difference; infinite when lengths differ, NaN when a number is.</summary>
    public static double Difference(ReadOnlySpan<float> actual, ReadOnlySpan<float> expected)
    {
        if (actual.Length != expected.Length)
        {
            return double.PositiveInfinity;
        }

        double most = 0;
        for (int i = 0; i < actual.Length; i++)
        {
            double difference = Math.Abs((double)actual[i] - expected[i]);
            if (double.IsNaN(difference))
            {
                return double.NaN;
            }

            most = Math.Max(most, difference);
        }

        return most;
    }

    /// <summary>Number of places where two runs of ids differ.</summary>
    public static int Differing(ReadOnlySpan<int> actual, ReadOnlySpan<int> expected)
    {
        int differing = Math.Abs(actual.Length - expected.Length);
        for (int i = 0; i < Math.Min(actual.Length, expected.Length); i++)
        {
            differing += actual[i] == expected[i] ? 0 : 1;
        }

        return differing;
    }
}

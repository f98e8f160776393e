using Lucarne.Wan.Transformer;
using Lucarne.Wan.Weights;

namespace Lucarne.Wan.Tests;

/// <summary>The golden numbers of the reference code, in the Fixtures folder.</summary>
internal sealed class Fixture : IDisposable
{
    private readonly WeightStore _store;

    private Fixture(string file) => _store = WeightStore.Open(file);

    /// <summary>The folder of all fixtures.</summary>
    public static string Root { get; } = Path.Combine(FindRepository(), "tests", "Lucarne.Wan.Tests", "Fixtures");

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    public static Fixture Open(params string[] parts) => new(PathOf(parts));

    public IEnumerable<string> Names => _store.Names;

    public IReadOnlyDictionary<string, string> Metadata => _store.Metadata;

    public bool Has(string name) => _store.TryGet(name, out _);

    public float[] this[string name] => _store[name].ToArray();

    public int[] Shape(string name) => [.. _store[name].Shape];

    public void Dispose() => _store.Dispose();

    private static string FindRepository()
    {
        string? directory = AppContext.BaseDirectory;
        while (directory is not null && !File.Exists(Path.Combine(directory, "Lucarne.slnx")))
        {
            directory = Path.GetDirectoryName(directory);
        }

        return directory ?? throw new DirectoryNotFoundException($"No Lucarne.slnx above {AppContext.BaseDirectory}");
    }
}

/// <summary>Comparisons with golden numbers.</summary>
internal static unsafe class Golden
{
    /// <summary>Asserts that two runs of numbers differ nowhere by more than a tolerance; a difference names the place.</summary>
    public static void ShouldMatch(this ReadOnlySpan<float> actual, float[] expected, double tolerance, string what)
    {
        actual.Length.ShouldBe(expected.Length, what);
        int worst = 0;
        double most = -1;
        for (int i = 0; i < expected.Length; i++)
        {
            double difference = Math.Abs((double)actual[i] - expected[i]);
            if (!(difference <= most))
            {
                most = difference;
                worst = i;
            }
        }

        if (!(most <= tolerance))
        {
            throw new ShouldAssertException($"{what}: element {worst} is {actual[worst]:R}, the reference has {expected[worst]:R}; the difference {most:E2} is over {tolerance:E1}.");
        }
    }

    public static void ShouldMatch(this float[] actual, float[] expected, double tolerance, string what) => ShouldMatch((ReadOnlySpan<float>)actual, expected, tolerance, what);

    /// <summary>A probe that compares each stage that the fixture holds as <c>mid.STAGE</c>, and remembers which it saw.</summary>
    public static StageProbe Probe(Fixture fixture, HashSet<string> seen, float[] timesteps, double tolerance) => (stage, values, rows, columns) =>
    {
        string name = $"mid.{stage}";
        if (!fixture.Has(name))
        {
            return;
        }

        seen.Add(name);
        float[] expected = fixture[name];
        float[] actual = new Span<float>(values, rows * columns).ToArray();
        if (stage is "timesteps_proj" or "temb" or "timestep_proj" && timesteps.Length > rows)
        {
            // The model embeds each distinct timestep once; the reference has a row for each token.
            float[] distinct = [.. timesteps.Distinct()];
            float[] embedded = actual;
            actual = [.. timesteps.SelectMany(t => embedded.AsSpan(Array.IndexOf(distinct, t) * columns, columns).ToArray())];
        }

        if (stage is "rope_cos" or "rope_sin")
        {
            // The reference repeats each angle for both numbers of its pair.
            actual = [.. actual.SelectMany(v => (float[])[v, v])];
        }
        else if (stage == "patch_embedding")
        {
            // The reference's value is [size, tokens].
            float[] turned = new float[actual.Length];
            for (int i = 0; i < actual.Length; i++)
            {
                turned[(i % columns * rows) + (i / columns)] = actual[i];
            }

            actual = turned;
        }

        actual.ShouldMatch(expected, tolerance, name);
    };
}

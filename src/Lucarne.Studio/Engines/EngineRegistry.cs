using System.Diagnostics.CodeAnalysis;
using Lucarne.Media;

namespace Lucarne.Studio.Engines;

/// <summary>The engines of this installation, by id. The first one is the default.</summary>
public sealed class EngineRegistry
{
    private readonly List<IEngine> _all = [];
    private readonly Dictionary<string, IEngine> _byId = new(StringComparer.Ordinal);

    /// <param name="engines">At least one; ids differ.</param>
    public EngineRegistry(IEnumerable<IEngine> engines)
    {
        foreach (IEngine engine in engines)
        {
            _byId.Add(engine.Id, engine);
            _all.Add(engine);
        }

        if (_all.Count == 0)
        {
            throw new ArgumentException("EngineRegistry: no engine is registered", nameof(engines));
        }
    }

    /// <summary>Engines in order of registration.</summary>
    public IReadOnlyList<IEngine> All => _all;

    /// <summary>The engine used when a request names none.</summary>
    public IEngine Default => All[0];

    /// <summary>Finds an engine by id; null or empty finds the default.</summary>
    public bool TryGet(string? id, [NotNullWhen(true)] out IEngine? engine)
    {
        engine = Default;
        return string.IsNullOrEmpty(id) || _byId.TryGetValue(id, out engine);
    }

    /// <summary>Chooses the engine of a film and checks that it can make it.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="drawnSeed">Seed of a request that has none.</param>
    /// <returns>
    /// The plan; or <c>prompt_empty</c>, <c>prompt_too_long</c>, <c>engine_unknown</c>, <c>size_not_supported</c>, <c>fps_not_supported</c>,
    /// <c>seconds_not_supported</c>, <c>first_image_not_supported</c>, or what <see cref="IEngine.ReadScreenplay"/> refuses.
    /// </returns>
    public FilmPlan Plan(FilmRequest request, long drawnSeed)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (string.IsNullOrWhiteSpace(request.Prompt))
        {
            return FilmPlan.Of(new Refusal("prompt_empty", "Describe what you want to see."));
        }

        if (request.Prompt.Length > FilmRequest.PromptMaxCharacters)
        {
            return FilmPlan.Of(new Refusal("prompt_too_long", $"A prompt has at most {FilmRequest.PromptMaxCharacters} characters; this one has {request.Prompt.Length}. Shorten it."));
        }

        if (!TryGet(request.Engine, out IEngine? engine))
        {
            return FilmPlan.Of(new Refusal("engine_unknown", $"There is no such engine. Choose one of {string.Join(", ", _all.Select(e => e.Id))}."));
        }

        VideoSize size = request.Size ?? engine.Capabilities.Sizes[0];
        int fps = request.Fps ?? engine.Capabilities.Fps[0];
        double frames = Math.Round((request.Seconds ?? engine.Capabilities.DefaultSeconds) * fps);
        if (!(frames is >= 1 and <= int.MaxValue))
        {
            return FilmPlan.Of(new Refusal("seconds_not_supported", FormattableString.Invariant(
                $"Choose a length from {engine.Capabilities.MinSeconds:0.##} to {engine.Capabilities.MaxSeconds:0.##} seconds.")));
        }

        EngineRequest planned = new()
        {
            Prompt = request.Prompt,
            Format = new VideoFormat(size.Width, size.Height, fps, (int)frames),
            Seed = request.Seed ?? drawnSeed,
            FirstImagePath = request.FirstImagePath,
        };
        if (engine.Capabilities.Check(planned) is { } refusal)
        {
            return FilmPlan.Of(refusal);
        }

        ScreenplayReading? reading = engine.ReadScreenplay(planned.Prompt, planned.Format.Seconds);
        return reading is { Understood: false }
            ? FilmPlan.Of(reading.Refusal)
            : FilmPlan.Of(engine, planned with { Screenplay = reading?.Screenplay });
    }
}

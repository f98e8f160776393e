using System.Diagnostics.CodeAnalysis;
using Lucarne.Diorama.Screenplays;
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
    /// <c>seconds_not_supported</c>, those of <see cref="EngineCapabilities.Check"/> about pictures, <c>storyboard_not_supported</c>, <c>style_unknown</c>, what
    /// <see cref="StoryboardRules"/> or what <see cref="IEngine.ReadScreenplay"/> refuses.
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

        StylePreset? style = StylePreset.Find(request.Style);
        if (request.Style is not null && style is null)
        {
            return FilmPlan.Of(new Refusal("style_unknown", $"There is no such style. Choose one of {string.Join(", ", StylePreset.All.Select(s => s.Id))}."));
        }

        if (request.Storyboard is { } board)
        {
            if (!engine.Capabilities.Storyboards)
            {
                return FilmPlan.Of(new Refusal("storyboard_not_supported", "This engine makes one shot of one prompt. Choose another engine, or write one prompt."));
            }

            if (StoryboardRules.Check(board) is { } broken)
            {
                return FilmPlan.Of(broken.Refusal);
            }
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
            LastImagePath = request.LastImagePath,
            ReferencePaths = request.ReferencePaths,
            ContinuesPath = request.ContinuesPath,
        };
        if (engine.Capabilities.Check(planned) is { } refusal)
        {
            return FilmPlan.Of(refusal);
        }

        ScreenplayReading? reading = request.Storyboard is { } storyboard
            ? ScreenplayReading.Of(Read(engine, storyboard, request.Retake))
            : engine.ReadScreenplay(planned.Prompt, planned.Format.Seconds);
        return reading switch
        {
            null => FilmPlan.Of(engine, planned with { Prompt = style?.Apply(planned.Prompt) ?? planned.Prompt }),
            { Understood: true } => FilmPlan.Of(engine, planned with { Screenplay = style?.Apply(reading.Screenplay) ?? reading.Screenplay }),
            { Refusal: var unread } => FilmPlan.Of(unread!),
        };
    }

    private static Screenplay Read(IEngine engine, Storyboard storyboard, ShotRetake? retake)
    {
        Screenplay screenplay = engine.ReadStoryboard(storyboard);
        if (retake is null)
        {
            return screenplay;
        }

        if (retake.Film.Shots.Length != screenplay.Shots.Length)
        {
            throw new ArgumentException($"EngineRegistry.Plan: the film to retake a shot of has {retake.Film.Shots.Length} shots, the storyboard {screenplay.Shots.Length}", nameof(retake));
        }

        Shot earlier = retake.Film.Shots[retake.Shot];
        Shot anew = screenplay.Shots[retake.Shot] with { StartSeconds = earlier.StartSeconds, EndSeconds = earlier.EndSeconds };
        return screenplay with { Seconds = retake.Film.Seconds, Shots = retake.Film.Shots.SetItem(retake.Shot, anew) };
    }
}

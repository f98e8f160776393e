using System.Text.Json;
using Lucarne.Diorama.Language;
using Lucarne.Diorama.Screenplays;
using Lucarne.Safety;
using Lucarne.Safety.Text;
using Lucarne.Social.Http;
using Lucarne.Studio.Engines;
using Microsoft.Extensions.Options;

namespace Lucarne.Social.Create;

/// <summary>A prompt or a storyboard to be read.</summary>
/// <param name="Prompt">1 to 20,000 characters, as for a generation. With a storyboard, what holds for all of its shots; it may then be absent.</param>
/// <param name="Seconds">Length of the film, within the installation's bounds; 10 when absent. Absent with a storyboard, whose shots say it.</param>
/// <param name="Storyboard">The film shot by shot; absent for a film of one prompt.</param>
public sealed record ScreenplayRequest(string? Prompt = null, double? Seconds = null, StoryboardRequest? Storyboard = null);

/// <summary>Reads a prompt into a screenplay, without making anything of it.</summary>
/// <param name="engines">The engines: the first that reads prompts reads this one.</param>
/// <param name="options">The installation's bounds.</param>
public sealed class WriteScreenplay(EngineRegistry engines, IOptions<SocialOptions> options)
{
    /// <summary>The screenplay, or a refusal of <see cref="CreateErrors"/>.</summary>
    public Outcome<ScreenplayView> Run(ScreenplayRequest request)
        => request.Storyboard is null ? ReadPrompt(request) : ReadStoryboard(request.Storyboard, request.Prompt);

    private Outcome<ScreenplayView> ReadPrompt(ScreenplayRequest request)
    {
        (string prompt, Verdict? verdict) = PromptRules.Judge(request.Prompt);
        if (verdict is not null)
        {
            return CreateErrors.Of(verdict);
        }

        double seconds = request.Seconds ?? CreateGeneration.DefaultSeconds;
        if (!options.Value.Allows(seconds))
        {
            return CreateErrors.SecondsOutside(options.Value);
        }

        return engines.All.Select(engine => engine.ReadScreenplay(prompt, seconds)).FirstOrDefault(reading => reading is not null) switch
        {
            null => CreateErrors.ScreenplaysNotOffered,
            { Understood: true } reading => View(reading.Screenplay, Storyboarder.Draft(reading.Screenplay)),
            { Refusal: var refusal } => CreateErrors.Of(refusal!),
        };
    }

    private Outcome<ScreenplayView> ReadStoryboard(StoryboardRequest request, string? world)
    {
        if (!request.Read(world).TryGet(out Storyboard? storyboard, out Problem? problem))
        {
            return problem;
        }

        return engines.All.FirstOrDefault(engine => engine.Capabilities.Storyboards) is { } engine
            ? View(engine.ReadStoryboard(storyboard), storyboard)
            : CreateErrors.ScreenplaysNotOffered;
    }

    private static ScreenplayView View(Screenplay screenplay, Storyboard storyboard) => new(
        screenplay.Prompt, screenplay.Language, screenplay.Seconds,
        [.. screenplay.Shots.Select(shot => View(shot, screenplay))],
        [.. screenplay.Understood.Select(span => View(span, 0))],
        [.. screenplay.NotUnderstood.Select(span => View(span, 0))],
        StoryboardView.Of(storyboard)!,
        Mentions: []);

    private static UnderstoodSpanView View(UnderstoodSpan span, int origin) => new(span.Start - origin, span.Length, span.Kind, span.Concept);

    private static NotUnderstoodSpanView View(NotUnderstoodSpan span, int origin) => new(span.Start - origin, span.Length, span.Text, span.Reason);

    private static bool IsIn(Shot shot, int start) => start >= shot.TextStart && start < shot.TextStart + shot.TextLength;

    private static ShotView View(Shot shot, Screenplay screenplay) => new(
        shot.StartSeconds, shot.EndSeconds, shot.Setting, NameOf(shot.TimeOfDay), NameOf(shot.Weather),
        [.. shot.Subjects.Select(s => new SubjectView(s.Id, s.Concept, s.Words, s.Count, s.Attributes.Colours, s.Attributes.Material, s.Attributes.SizeScale))],
        [.. shot.Actions.Select(a => new ActionView(a.Verb, a.SubjectId, a.Direction, a.TargetId))],
        new CameraView(NameOf(shot.Camera.Move), NameOf(shot.Camera.Size), NameOf(shot.Camera.Angle)),
        shot.Styles,
        [.. shot.Dialogue.Select(line => new DialogueLineView(line.SpeakerId, line.Text))],
        screenplay.Prompt.Substring(shot.TextStart, shot.TextLength),
        [.. screenplay.Understood.Where(span => IsIn(shot, span.Start)).Select(span => View(span, shot.TextStart))],
        [.. screenplay.NotUnderstood.Where(span => IsIn(shot, span.Start)).Select(span => View(span, shot.TextStart))]);

    private static string? NameOf<T>(T? value)
        where T : struct, Enum => value is T named ? JsonNamingPolicy.KebabCaseLower.ConvertName(named.ToString()) : null;
}

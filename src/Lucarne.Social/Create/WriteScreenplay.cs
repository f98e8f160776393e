using System.Text.Json;
using Lucarne.Diorama.Screenplays;
using Lucarne.Safety;
using Lucarne.Safety.Text;
using Lucarne.Social.Http;
using Lucarne.Studio.Engines;
using Microsoft.Extensions.Options;

namespace Lucarne.Social.Create;

/// <summary>A prompt to be read.</summary>
/// <param name="Prompt">1 to 4,000 characters, as for a generation.</param>
/// <param name="Seconds">Length of the film, within the installation's bounds; 10 when absent.</param>
public sealed record ScreenplayRequest(string Prompt, double? Seconds = null);

/// <summary>Reads a prompt into a screenplay, without making anything of it.</summary>
/// <param name="engines">The engines: the first that reads prompts reads this one.</param>
/// <param name="options">The installation's bounds.</param>
public sealed class WriteScreenplay(EngineRegistry engines, IOptions<SocialOptions> options)
{
    /// <summary>The screenplay, or a refusal of <see cref="CreateErrors"/>.</summary>
    public Outcome<ScreenplayView> Run(ScreenplayRequest request)
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
            { Understood: true } reading => View(reading.Screenplay),
            { Refusal: var refusal } => CreateErrors.Of(refusal!),
        };
    }

    private static ScreenplayView View(Screenplay screenplay) => new(
        screenplay.Prompt, screenplay.Language, screenplay.Seconds,
        [.. screenplay.Shots.Select(View)],
        [.. screenplay.Understood.Select(span => new UnderstoodSpanView(span.Start, span.Length, span.Kind, span.Concept))],
        [.. screenplay.NotUnderstood.Select(span => new NotUnderstoodSpanView(span.Start, span.Length, span.Text, span.Reason))]);

    private static ShotView View(Shot shot) => new(
        shot.StartSeconds, shot.EndSeconds, shot.Setting, NameOf(shot.TimeOfDay), NameOf(shot.Weather),
        [.. shot.Subjects.Select(s => new SubjectView(s.Id, s.Concept, s.Words, s.Count, s.Attributes.Colours, s.Attributes.Material, s.Attributes.SizeScale))],
        [.. shot.Actions.Select(a => new ActionView(a.Verb, a.SubjectId, a.Direction, a.TargetId))],
        new CameraView(NameOf(shot.Camera.Move), NameOf(shot.Camera.Size), NameOf(shot.Camera.Angle)),
        shot.Styles,
        [.. shot.Dialogue.Select(line => new DialogueLineView(line.SpeakerId, line.Text))]);

    private static string? NameOf<T>(T? value)
        where T : struct, Enum => value is T named ? JsonNamingPolicy.KebabCaseLower.ConvertName(named.ToString()) : null;
}

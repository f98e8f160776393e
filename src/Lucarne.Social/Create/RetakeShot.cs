using Lucarne.Diorama.Screenplays;
using Lucarne.Safety;
using Lucarne.Safety.Text;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Studio.Engines;
using Lucarne.Studio.Generations;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Create;

/// <summary>How a shot is made again.</summary>
/// <param name="Prompt">New words for it; those it had when absent.</param>
/// <param name="Seed">Its seed, 0 to 9007199254740991. Drawn when absent.</param>
public sealed record RetakeShotRequest(string? Prompt = null, long? Seed = null);

/// <summary>Makes one shot of a storyboarded film again, as a new generation: every other shot keeps its frames.</summary>
internal sealed class RetakeShot(LucarneContext db, StartGenerations start)
{
    public async Task<Outcome<GenerationView>> RunAsync(Guid accountId, Guid id, int number, RetakeShotRequest request, CancellationToken cancel)
    {
        Generation? film = await db.Generations.AsNoTracking().SingleOrDefaultAsync(g => g.Id == id && g.OwnerId == accountId, cancel);
        if (film is null)
        {
            return CreateErrors.GenerationNotFound;
        }

        if (StoryboardJson.Read(film.StoryboardJson) is not { } storyboard)
        {
            return CreateErrors.StoryboardMissing;
        }

        int shot = number - 1;
        if (shot < 0 || shot >= storyboard.Shots.Length)
        {
            return CreateErrors.ShotNotFound;
        }

        string words = storyboard.Shots[shot].Prompt;
        if (request.Prompt is not null)
        {
            (words, Verdict? verdict) = PromptRules.Judge(request.Prompt);
            if (verdict is not null)
            {
                return CreateErrors.Of(verdict, "prompt");
            }
        }

        if (request.Seed is < 0 or > CreateGeneration.MaxSeed)
        {
            return CreateErrors.SeedInvalid.For("seed");
        }

        storyboard = storyboard with { Shots = storyboard.Shots.SetItem(shot, storyboard.Shots[shot] with { Prompt = words, Seed = request.Seed ?? start.DrawSeed() }) };
        if (StoryboardRules.Check(storyboard) is (var refusal, _))
        {
            return CreateErrors.Of(refusal, "prompt");
        }

        // A screenplay that an older version wrote is read anew from the storyboard, as the film would be.
        Screenplay? before = film.ScreenplayJson is { } json ? ScreenplayJson.Read(json) : null;
        return await start.RunAsync(
            new GenerationRequest
            {
                OwnerId = accountId,
                Prompt = storyboard.ToPrompt(),
                Storyboard = storyboard,
                Seconds = storyboard.Seconds,
                Retake = before?.Shots.Length == storyboard.Shots.Length ? new ShotRetake(before, shot) : null,
                Style = film.Style,
                Size = new VideoSize(film.Width, film.Height),
                Fps = film.Fps,
                Seed = film.Seed,
                Engine = film.Engine,
            },
            firstImageId: film.FirstImageId,
            cancel: cancel);
    }
}

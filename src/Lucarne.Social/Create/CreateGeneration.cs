using Lucarne.Diorama.Screenplays;
using Lucarne.Safety;
using Lucarne.Safety.Text;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Studio.Engines;
using Lucarne.Studio.Generations;
using Microsoft.Extensions.Options;

namespace Lucarne.Social.Create;

/// <summary>What to make.</summary>
/// <param name="Prompt">What to show, in English or French: 1 to 20,000 characters. Control characters and invisible direction marks are removed. With a storyboard, what holds for all of its shots; it may then be absent. A line that begins with <c>Change:</c> or <c>Changement :</c> takes the place of what the other lines say on the same matter. A remix without prompt and storyboard takes those of its source.</param>
/// <param name="Seconds">Length, within the engine's bounds as /api/instance tells them; when absent 10, or as near to it as the engine goes. Absent with a storyboard, whose shots say it.</param>
/// <param name="Size">Picture size, width first: <c>720x1280</c>. The engine's default when absent.</param>
/// <param name="Fps">Frames a second. The engine's default when absent.</param>
/// <param name="Seed">0 to 9007199254740991. Drawn when absent.</param>
/// <param name="Engine">Engine id. The installation's default when absent.</param>
/// <param name="Storyboard">The film shot by shot; absent for a film of one prompt.</param>
/// <param name="Style">Id of one of /api/styles; <c>none</c> or absent for none. A remix keeps that of its source where it is absent.</param>
/// <param name="Variants">How many to make, with different seeds: 1 to 4. 1 when absent. Each counts as a generation.</param>
/// <param name="RemixOf">The post to remix, own or someone's who allows it. Its size, length, frame rate, engine and seed hold where the request names none, so that its world is kept. Asked for a <c>change</c> of one's own post, the picture that it starts from holds too, where the engine takes it; that of someone else's does not.</param>
/// <param name="RemixOfDraft">One's own draft to start from, in place of <c>remixOf</c>, finished or not: what it was asked for holds in the same way, its picture too where a <c>change</c> is asked for. The new draft credits the post that this one remixes, if any.</param>
/// <param name="Change">What is different from the words: added to them as a <c>Change:</c> line, so that "at night, the ball is blue" changes the film of a remix and keeps the rest.</param>
/// <param name="FirstImageId">The picture that the film starts from, one of one's own of /api/first-images; absent for none.</param>
public sealed record CreateGenerationRequest(
    string? Prompt = null, double? Seconds = null, string? Size = null, int? Fps = null, long? Seed = null, string? Engine = null,
    StoryboardRequest? Storyboard = null, string? Style = null, int? Variants = null, Guid? RemixOf = null, string? Change = null, Guid? FirstImageId = null,
    Guid? RemixOfDraft = null);

/// <summary>Asks the studio for what a person has composed.</summary>
internal sealed class CreateGeneration(LucarneContext db, StartGenerations start, EngineRegistry engines, IOptions<SocialOptions> options)
{
    /// <summary>Length when a request names none.</summary>
    public const double DefaultSeconds = 10;

    /// <summary>Largest seed: the largest whole number that JavaScript holds exactly.</summary>
    public const long MaxSeed = (1L << 53) - 1;

    /// <summary>What says that a remix leaves the style of its source.</summary>
    private const string NoStyle = "none";

    /// <summary>Most variants of one request.</summary>
    public const int MaxVariants = 4;

    public async Task<Outcome<GenerationView>> RunAsync(Guid accountId, CreateGenerationRequest request, CancellationToken cancel)
    {
        Guid? credited = null;
        if (request.RemixOf is not null || request.RemixOfDraft is not null)
        {
            if (!(await RemixSource.FindAsync(db, accountId, request.RemixOf, request.RemixOfDraft, cancel)).TryGet(out RemixSource? source, out Problem? refused))
            {
                return refused;
            }

            credited = source.PostId;
            request = RemixSource.Fill(request, source.Generation);
            if (source.Generation.OwnerId == accountId && request.Change is not null && engines.TryGet(request.Engine, out IEngine? engine) && engine.Capabilities.FirstImage)
            {
                request = request with { FirstImageId = request.FirstImageId ?? source.Generation.FirstImageId };
            }
        }
        else if (!string.IsNullOrWhiteSpace(request.Change))
        {
            request = request with { Prompt = RemixSource.Changed(request.Prompt, request.Change, french: false) };
        }

        return Read(accountId, request).TryGet(out GenerationRequest? wanted, out Problem? problem)
            ? await start.RunAsync(wanted, request.Variants ?? 1, credited, request.FirstImageId, cancel)
            : problem;
    }

    private Outcome<GenerationRequest> Read(Guid accountId, CreateGenerationRequest request)
    {
        if (!Words(request).TryGet(out (string Prompt, Storyboard? Storyboard) words, out Problem? problem))
        {
            return problem;
        }

        VideoSize size = default;
        if (request.Size is not null && !VideoSize.TryParse(request.Size, out size))
        {
            return CreateErrors.SizeNotSupported.For("size");
        }

        if ((words.Storyboard?.Seconds ?? request.Seconds) is double asked && !options.Value.Allows(asked))
        {
            return CreateErrors.SecondsOutside(options.Value);
        }

        // An unknown engine is refused by the studio, with the names of those there are.
        double? seconds = words.Storyboard?.Seconds ?? request.Seconds
            ?? (engines.TryGet(request.Engine, out IEngine? engine) ? Math.Clamp(engine.Capabilities.DefaultSeconds, options.Value.MinSeconds, options.Value.MaxSeconds) : null);

        if (request.Seed is < 0 or > MaxSeed)
        {
            return CreateErrors.SeedInvalid.For("seed");
        }

        if (request.Variants is < 1 or > MaxVariants)
        {
            return CreateErrors.VariantsInvalid.For("variants");
        }

        return new GenerationRequest
        {
            OwnerId = accountId,
            Prompt = words.Prompt,
            Storyboard = words.Storyboard,
            Style = request.Style == NoStyle ? null : request.Style,
            Seconds = seconds,
            Size = request.Size is null ? null : size,
            Fps = request.Fps,
            Seed = request.Seed,
            Engine = request.Engine,
        };
    }

    /// <summary>The prompt, cleaned; that of a storyboard is written from its shots.</summary>
    private static Outcome<(string Prompt, Storyboard? Storyboard)> Words(CreateGenerationRequest request)
    {
        if (request.Storyboard is not null)
        {
            return request.Storyboard.Read(request.Prompt).TryGet(out Storyboard? storyboard, out Problem? problem) ? (storyboard.ToPrompt(), storyboard) : problem;
        }

        (string prompt, Verdict? verdict) = PromptRules.Judge(request.Prompt);
        return verdict is null ? (prompt, null) : CreateErrors.Of(verdict);
    }
}

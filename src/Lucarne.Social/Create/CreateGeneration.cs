using Lucarne.Safety;
using Lucarne.Safety.Text;
using Lucarne.Social.Data;
using Lucarne.Social.Drafts;
using Lucarne.Social.Http;
using Lucarne.Studio.Engines;
using Lucarne.Studio.Generations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Lucarne.Social.Create;

/// <summary>What to make.</summary>
/// <param name="Prompt">What to show, in English or French: 1 to 4,000 characters. Control characters and invisible direction marks are removed.</param>
/// <param name="Seconds">Length, within the engine's bounds as /api/instance tells them; when absent 10, or as near to it as the engine goes.</param>
/// <param name="Size">Picture size, width first: <c>720x1280</c>. The engine's default when absent.</param>
/// <param name="Fps">Frames a second. The engine's default when absent.</param>
/// <param name="Seed">0 to 9007199254740991. Drawn when absent.</param>
/// <param name="Engine">Engine id. The installation's default when absent.</param>
/// <param name="RemixOf">The post to remix, own or someone's who allows it. Its size, length, frame rate, engine and seed hold where the request names none, so that its world is kept.</param>
public sealed record CreateGenerationRequest(string Prompt, double? Seconds = null, string? Size = null, int? Fps = null, long? Seed = null, string? Engine = null, Guid? RemixOf = null);

/// <summary>Asks the studio for a generation: its row and its draft are saved in one transaction, then a worker is told.</summary>
internal sealed class CreateGeneration(LucarneContext db, GenerationService studio, EngineRegistry engines, ReadGenerations read, IOptions<SocialOptions> options)
{
    /// <summary>Length when a request names none.</summary>
    public const double DefaultSeconds = 10;

    /// <summary>Largest seed: the largest whole number that JavaScript holds exactly.</summary>
    public const long MaxSeed = (1L << 53) - 1;

    public async Task<Outcome<GenerationView>> RunAsync(Guid accountId, CreateGenerationRequest request, CancellationToken cancel)
    {
        if (request.RemixOf is Guid parent)
        {
            if (!(await RemixSource.FindAsync(db, accountId, parent, cancel)).TryGet(out Generation? source, out Problem? refused))
            {
                return refused;
            }

            request = RemixSource.Fill(request, source);
        }

        if (!Read(accountId, request).TryGet(out GenerationRequest? wanted, out Problem? problem))
        {
            return problem;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.LockAccountAsync(accountId, cancel);
        int active = await db.Generations.CountAsync(
            g => g.OwnerId == accountId && (g.Status == GenerationStatus.Queued || g.Status == GenerationStatus.InProgress), cancel);
        if (active >= options.Value.ActiveGenerationsPerAccount)
        {
            return CreateErrors.TooManyActive;
        }

        CreateOutcome outcome = studio.Create(db, wanted);
        if (!outcome.Created)
        {
            return CreateErrors.Of(outcome.Refusal);
        }

        Generation generation = outcome.Generation;
        Draft draft = new()
        {
            Id = Guid.CreateVersion7(generation.CreatedAt),
            OwnerId = accountId,
            GenerationId = generation.Id,
            RemixOfId = request.RemixOf,
            CreatedAt = generation.CreatedAt,
        };
        db.Drafts.Add(draft);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        studio.Announce();
        return await read.DescribeAsync(generation, draft.Id, postId: null, cancel);
    }

    private Outcome<GenerationRequest> Read(Guid accountId, CreateGenerationRequest request)
    {
        (string prompt, Verdict? verdict) = PromptRules.Judge(request.Prompt);
        if (verdict is not null)
        {
            return CreateErrors.Of(verdict);
        }

        VideoSize size = default;
        if (request.Size is not null && !VideoSize.TryParse(request.Size, out size))
        {
            return CreateErrors.SizeNotSupported.For("size");
        }

        if (request.Seconds is double asked && !options.Value.Allows(asked))
        {
            return CreateErrors.SecondsOutside(options.Value);
        }

        // An unknown engine is refused by the studio, with the names of those there are.
        double? seconds = request.Seconds
            ?? (engines.TryGet(request.Engine, out IEngine? engine) ? Math.Clamp(engine.Capabilities.DefaultSeconds, options.Value.MinSeconds, options.Value.MaxSeconds) : null);

        if (request.Seed is < 0 or > MaxSeed)
        {
            return CreateErrors.SeedInvalid.For("seed");
        }

        return new GenerationRequest
        {
            OwnerId = accountId,
            Prompt = prompt,
            Seconds = seconds,
            Size = request.Size is null ? null : size,
            Fps = request.Fps,
            Seed = request.Seed,
            Engine = request.Engine,
        };
    }
}

using Lucarne.Social.Data;
using Lucarne.Social.Drafts;
using Lucarne.Social.FirstImages;
using Lucarne.Social.Http;
using Lucarne.Social.Posts;
using Lucarne.Studio.Editing;
using Lucarne.Studio.Engines;
using Lucarne.Studio.Generations;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Create;

/// <summary>The film that a remix starts from.</summary>
/// <param name="Generation">What made it.</param>
/// <param name="PostId">The post that the remix credits; null where it starts from a draft that is an original.</param>
internal sealed record RemixSource(Generation Generation, Guid? PostId)
{
    /// <summary>The post or the own draft, of which one is named; else <see cref="CreateErrors.RemixSourceInvalid"/>, <see cref="DraftsErrors.DraftNotFound"/> or what <see cref="FindAsync(LucarneContext, Guid, Guid, CancellationToken)"/> refuses.</summary>
    public static async Task<Outcome<RemixSource>> FindAsync(LucarneContext db, Guid accountId, Guid? postId, Guid? draftId, CancellationToken cancel)
    {
        if (postId is Guid post)
        {
            return draftId is not null ? CreateErrors.RemixSourceInvalid.For("remixOfDraft")
                : (await FindAsync(db, accountId, post, cancel)).TryGet(out Generation? generation, out Problem? refused) ? new RemixSource(generation, post) : refused;
        }

        RemixSource? own = await db.Drafts.AsNoTracking().Where(d => d.Id == draftId && d.OwnerId == accountId)
            .Join(db.Generations.AsNoTracking(), d => d.GenerationId, g => g.Id, (d, g) => new RemixSource(g, d.RemixOfId)).SingleOrDefaultAsync(cancel);
        return own is null ? DraftsErrors.DraftNotFound.For("remixOfDraft") : own;
    }

    /// <summary>What made the post, where the account may remix it; else <see cref="PostsErrors.PostNotFound"/> or <see cref="PostsErrors.RemixNotAllowed"/>.</summary>
    public static async Task<Outcome<Generation>> FindAsync(LucarneContext db, Guid accountId, Guid postId, CancellationToken cancel)
    {
        Post? post = await PostQueries.VisibleTo(db, accountId).AsNoTracking().SingleOrDefaultAsync(p => p.Id == postId && p.RemovedAt == null, cancel);
        if (post is null)
        {
            return PostsErrors.PostNotFound;
        }

        bool allowed = post.AuthorId == accountId || post.RemixAudience == Audience.Everyone
            || (post.RemixAudience == Audience.Followers && await db.Follows.AnyAsync(f => f.FollowerId == accountId && f.FolloweeId == post.AuthorId, cancel));
        return allowed ? await db.Generations.AsNoTracking().SingleAsync(g => g.Id == post.GenerationId, cancel) : PostsErrors.RemixNotAllowed;
    }

    /// <summary>A request with whatever it leaves open taken from the film that it remixes, its words or shots included. An edit has neither engine nor seed to take.</summary>
    public static CreateGenerationRequest Fill(CreateGenerationRequest request, Generation source)
    {
        if (request.Prompt is null && request.Storyboard is null)
        {
            request = StoryboardJson.Read(source.StoryboardJson) is { } laid
                ? request with { Prompt = laid.World, Storyboard = new StoryboardRequest([.. laid.Shots.Select(shot => new StoryboardShotRequest(shot.Prompt, shot.Seconds, shot.Seed))]) }
                : request with { Prompt = source.Prompt };
        }

        bool french = source.ScreenplayJson is { } json && ScreenplayJson.Read(json)?.Language == "fr";
        return request with
        {
            Prompt = Changed(request.Prompt, request.Change, french),
            Size = request.Size ?? new VideoSize(source.Width, source.Height).ToString(),
            Fps = request.Fps ?? source.Fps,
            Seconds = request.Seconds ?? source.Format.Seconds,
            Style = request.Style ?? source.Style,
            Seed = request.Seed ?? (source.EditJson is null ? source.Seed : null),
            Engine = request.Engine ?? (source.Engine == EditDocument.EngineId ? null : source.Engine),
        };
    }

    /// <summary>Words with a change to them, as a line of its own.</summary>
    public static string? Changed(string? words, string? change, bool french)
    {
        if (string.IsNullOrWhiteSpace(change))
        {
            return words;
        }

        string line = $"{(french ? "Changement :" : "Change:")} {string.Join(' ', change.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}";
        return string.IsNullOrWhiteSpace(words) ? line : $"{words.TrimEnd()}\n{line}";
    }
}

/// <summary>What a film was asked for: what a remix of it starts from.</summary>
/// <param name="Prompt">Its words; with a storyboard, the storyboard as one text.</param>
/// <param name="Storyboard">The film shot by shot; null for a film of one prompt.</param>
/// <param name="Style">Id of its style; null for none.</param>
/// <param name="Engine">Id of the engine that made it; null for an edit of other films.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Fps">Frames a second.</param>
/// <param name="Seconds">Length.</param>
/// <param name="Seed">Its seed, which keeps its world; null for an edit of other films.</param>
/// <param name="FirstImage">The picture that it starts from, for its own author; null for none, and for everyone else.</param>
public sealed record RecipeView(string Prompt, StoryboardView? Storyboard, string? Style, string? Engine, int Width, int Height, int Fps, double Seconds, long? Seed, StartPicture? FirstImage)
{
    internal static RecipeView Of(Generation source, Guid? viewerId) => new(
        source.Prompt, StoryboardView.Of(StoryboardJson.Read(source.StoryboardJson)), source.Style, source.EditJson is null ? source.Engine : null,
        source.Width, source.Height, source.Fps, source.Format.Seconds, source.EditJson is null ? source.Seed : null,
        source.FirstImageId is Guid picture && source.OwnerId == viewerId ? new StartPicture(picture, FirstImageView.UrlOf(picture)) : null);
}

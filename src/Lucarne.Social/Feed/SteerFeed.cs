using Lucarne.Safety.Text;
using Lucarne.Social.Accounts;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Posts;
using Lucarne.Social.Search;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Feed;

/// <summary>What to see less of, or what one is in the mood for.</summary>
/// <param name="Kind">Less of the post with its family, of its author, or of words; or a mood, in words.</param>
/// <param name="PostId">The post that it is said of; needed for a post and an author.</param>
/// <param name="Words">1 to 100 characters; needed for a topic and a mood.</param>
public sealed record SteerFeedRequest(SteerKind Kind, Guid? PostId = null, string? Words = null);

/// <summary>A wish for one's feed.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="PostId">The post that it was said of; null for words said of none.</param>
/// <param name="Author">The author to see less of; null unless the kind is <c>author</c>.</param>
/// <param name="Words">The words to see less of or to see now; null unless the kind is <c>topic</c> or <c>mood</c>.</param>
/// <param name="CreatedAt">When it was said.</param>
/// <param name="ExpiresAt">When it ends by itself.</param>
public sealed record SteerView(Guid Id, SteerKind Kind, Guid? PostId, AuthorView? Author, string? Words, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);

/// <summary>The wishes of an account.</summary>
/// <param name="Items">Newest first.</param>
public sealed record SteerList(IReadOnlyList<SteerView> Items);

/// <summary>Notes and forgets wishes. They reorder For you from the next page on; a post that was sent away stays away with its family.</summary>
internal sealed class SteerFeed(LucarneContext db, TimeProvider time)
{
    /// <summary>Most wishes of an account.</summary>
    public const int MaxPerAccount = 100;

    /// <summary>Most moods of an account.</summary>
    public const int MaxMoods = 3;

    /// <summary>How long a wish lasts: a mood passes sooner than a dislike.</summary>
    public static TimeSpan LastsFor(SteerKind kind) => kind == SteerKind.Mood ? TimeSpan.FromHours(24) : TimeSpan.FromDays(30);

    /// <summary>Notes a wish; saying the same again prolongs it.</summary>
    public async Task<Outcome<SteerView>> AddAsync(Guid accountId, SteerFeedRequest request, CancellationToken cancel)
    {
        Post? post = null;
        if (request.PostId is Guid postId)
        {
            post = await PostQueries.VisibleTo(db, accountId).AsNoTracking().SingleOrDefaultAsync(p => p.Id == postId, cancel);
            if (post is null)
            {
                return PostsErrors.PostNotFound;
            }
        }

        string? words = request.Kind is SteerKind.Topic or SteerKind.Mood ? TextHygiene.CleanLine(request.Words ?? "") : null;
        if (words is not null && (words.Length > FeedSteer.WordsMaxLength || (request.Kind == SteerKind.Mood ? MoodWords.Read(words).Empty : SearchText.Stems(words).Length == 0)))
        {
            return FeedErrors.SteerWordsInvalid.For("words");
        }

        if (words is null && post is null)
        {
            return FeedErrors.SteerPostMissing.For("postId");
        }

        DateTimeOffset now = time.GetUtcNow();
        Guid? author = request.Kind == SteerKind.Author ? post!.AuthorId : null;
        Guid? root = request.Kind == SteerKind.Post ? post!.RootId : null;
        IQueryable<FeedSteer> mine = db.FeedSteers.Where(s => s.AccountId == accountId);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.LockAccountAsync(accountId, cancel);
        await mine.Where(s => s.Kind == request.Kind && s.AuthorId == author && s.RootId == root && s.Words == words).ExecuteDeleteAsync(cancel);
        if (await mine.CountAsync(cancel) >= MaxPerAccount)
        {
            return FeedErrors.SteersTooMany;
        }

        if (request.Kind == SteerKind.Mood && await mine.CountAsync(s => s.Kind == SteerKind.Mood && s.ExpiresAt > now, cancel) >= MaxMoods)
        {
            return FeedErrors.MoodsTooMany;
        }

        FeedSteer steer = new()
        {
            Id = Guid.CreateVersion7(now),
            AccountId = accountId,
            Kind = request.Kind,
            PostId = request.Kind == SteerKind.Mood ? null : request.PostId,
            RootId = root,
            AuthorId = author,
            Words = words,
            CreatedAt = now,
            ExpiresAt = now + LastsFor(request.Kind),
        };
        db.FeedSteers.Add(steer);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return (await DescribeAsync([steer], cancel))[0];
    }

    /// <summary>The wishes that hold.</summary>
    public async Task<SteerList> ListAsync(Guid accountId, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        return new SteerList(await DescribeAsync(
            await db.FeedSteers.AsNoTracking().Where(s => s.AccountId == accountId && s.ExpiresAt > now).OrderByDescending(s => s.Id).ToListAsync(cancel), cancel));
    }

    /// <summary>Null when the wish is gone, or <see cref="FeedErrors.SteerNotFound"/>.</summary>
    public async Task<Problem?> RemoveAsync(Guid accountId, Guid id, CancellationToken cancel)
        => await db.FeedSteers.Where(s => s.Id == id && s.AccountId == accountId).ExecuteDeleteAsync(cancel) > 0 ? null : FeedErrors.SteerNotFound;

    private async Task<IReadOnlyList<SteerView>> DescribeAsync(IReadOnlyList<FeedSteer> steers, CancellationToken cancel)
    {
        Dictionary<Guid, AuthorView> authors = await AuthorQueries.DescribeAsync(db, steers.Select(s => s.AuthorId).OfType<Guid>(), cancel);
        return [.. steers.Select(s => new SteerView(s.Id, s.Kind, s.PostId, s.AuthorId is Guid author ? authors.GetValueOrDefault(author) : null, s.Words, s.CreatedAt, s.ExpiresAt))];
    }
}

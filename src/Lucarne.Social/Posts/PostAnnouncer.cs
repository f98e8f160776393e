using Lucarne.Social.Data;
using Lucarne.Social.Notifications;
using Lucarne.Social.Text;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Posts;

/// <summary>Tells the people whom a post concerns: the author of what it remixes, and the first ten whom its caption names. Only those who may open it are told.</summary>
internal sealed class PostAnnouncer(LucarneContext db, Notifier notifier)
{
    /// <summary>A post was published. Its row is saved, its transaction still open.</summary>
    public async Task PublishedAsync(Post post, CancellationToken cancel)
    {
        if (post.ParentId is Guid parentId
            && await db.Posts.Where(p => p.Id == parentId).Select(p => (Guid?)p.AuthorId).SingleOrDefaultAsync(cancel) is Guid parentAuthor
            && await PostQueries.ReadersOf(db, post).AnyAsync(a => a.Id == parentAuthor, cancel))
        {
            await notifier.AddAsync(parentAuthor, NotificationKind.Remix, post.AuthorId, post.Id, cancel: cancel);
        }

        await MentionAsync(post, await TextFacets.FindMentionedAsync(db, post.Caption, cancel), cancel);
    }

    /// <summary>A caption was edited: those whom it did not name before are told.</summary>
    /// <param name="post">With its new caption saved.</param>
    /// <param name="before">The old caption.</param>
    /// <param name="cancel">Stops the work.</param>
    public async Task EditedAsync(Post post, string? before, CancellationToken cancel)
    {
        IReadOnlyList<Guid> named = await TextFacets.FindMentionedAsync(db, before, cancel);
        await MentionAsync(post, (await TextFacets.FindMentionedAsync(db, post.Caption, cancel)).Except(named), cancel);
    }

    private async Task MentionAsync(Post post, IEnumerable<Guid> mentioned, CancellationToken cancel)
    {
        Guid[] told = [.. mentioned.Take(Notifier.MaxMentionsTold)];
        if (told.Length > 0)
        {
            await notifier.AddToAllAsync(PostQueries.ReadersOf(db, post).Where(a => told.Contains(a.Id)), NotificationKind.Mention, post.AuthorId, post.Id, cancel);
        }
    }
}

using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Posts;
using Lucarne.Social.Watching;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Sharing;

/// <summary>Counts that an account copied or sent on the link of a post: once a day, and never its author's own.</summary>
internal sealed class CountShare(LucarneContext db, ReadPost read, TimeProvider time)
{
    /// <summary>The post, with the share in its count.</summary>
    public async Task<Outcome<PostView>> RunAsync(Guid accountId, Guid postId, CancellationToken cancel)
    {
        int day = RecordWatches.DayOf(time.GetUtcNow());
        await using (var transaction = await db.Database.BeginTransactionAsync(cancel))
        {
            bool counts = await PostQueries.VisibleTo(db, accountId)
                .AnyAsync(p => p.Id == postId && p.AuthorId != accountId && (p.Visibility == Visibility.Public || p.Visibility == Visibility.Unlisted), cancel);
            if (counts && await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "ShareMarks" ("PostId", "Day", "AccountId") VALUES ({postId}, {day}, {accountId}) ON CONFLICT DO NOTHING""", cancel) > 0)
            {
                await db.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO "ShareDays" ("PostId", "Day", "Shares") VALUES ({postId}, {day}, 1)
                    ON CONFLICT ("PostId", "Day") DO UPDATE SET "Shares" = "ShareDays"."Shares" + 1
                    """,
                    cancel);
                await db.Posts.Where(p => p.Id == postId).ExecuteUpdateAsync(set => set.SetProperty(p => p.Shares, p => p.Shares + 1), cancel);
                await transaction.CommitAsync(cancel);
            }
        }

        return await read.RunAsync(postId, accountId, cancel);
    }
}

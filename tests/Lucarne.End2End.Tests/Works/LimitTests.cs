using System.Net;
using Lucarne.End2End.Tests.Discover;
using Lucarne.End2End.Tests.Harness;
using Lucarne.Social.Collections;
using Lucarne.Social.Drafts;
using Lucarne.Social.Feed;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.End2End.Tests.Works;

public sealed class LimitTests
{
    [Fact]
    public async Task Of_many_requests_at_the_same_moment_only_those_within_the_limit_of_an_account_are_done()
    {
        LucarneApp app = Shared.App;
        using Person ada = await app.SignUpAsync("atthelimit");
        Guid me = await Crowd.IdOfAsync(app, ada.Handle);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        await app.ReadAsync(async db =>
        {
            db.Collections.AddRange(Enumerable.Range(1, Collection.MaxPerAccount - 1)
                .Select(i => new Collection { Id = Guid.CreateVersion7(now), OwnerId = me, Name = $"c{i}", IsPublic = false, CreatedAt = now }));
            db.DraftFolders.AddRange(Enumerable.Range(1, DraftFolder.MaxPerAccount - 1).Select(i => new DraftFolder { Id = Guid.CreateVersion7(now), OwnerId = me, Name = $"f{i}", CreatedAt = now }));
            db.FeedSteers.AddRange(Enumerable.Range(1, SteerFeed.MaxPerAccount - 1).Select(i => new FeedSteer
            {
                Id = Guid.CreateVersion7(now),
                AccountId = me,
                Kind = SteerKind.Topic,
                Words = $"w{i}",
                CreatedAt = now,
                ExpiresAt = now.AddDays(1),
            }));
            return await db.SaveChangesAsync();
        });

        await OneOfAsync("/api/collections", i => new { name = $"last {i}", isPublic = false });
        await OneOfAsync("/api/drafts/folders", i => new { name = $"last {i}" });
        await OneOfAsync("/api/feed/steers", i => new { kind = "topic", words = $"thunder{i}" });

        async Task OneOfAsync(string path, Func<int, object> body)
        {
            Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => ada.PostAsync(path, body(i))));
            answers.Count(a => a.Status == HttpStatusCode.Created).ShouldBe(1, path);
            answers.ShouldAllBe(a => (int)a.Status < 500);
        }
    }
}

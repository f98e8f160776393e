using System.Buffers.Binary;
using System.Diagnostics;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Posts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Lucarne.Social.Feed;

/// <summary>Rankings that are used for more than one page. Each belongs to one viewer, who takes from it until it is old or empty; the signed-out share one.</summary>
internal sealed class FeedSlates(FeedRanking ranking, FeedLedger ledger) : IDisposable
{
    private const int MostViewers = 4000;
    private readonly MemoryCache _slates = new(new MemoryCacheOptions { SizeLimit = MostViewers });
    private readonly SemaphoreSlim _ahead = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <summary>The slate of a viewer.</summary>
    public FeedSlate Of(Guid? viewerId) => _slates.GetOrCreate(viewerId ?? Guid.Empty, entry =>
    {
        entry.Size = 1;
        entry.SlidingExpiration = TimeSpan.FromMinutes(10);
        return new FeedSlate(viewerId ?? Guid.Empty);
    })!;

    /// <summary>Ranks anew for a viewer whose slate runs low, beside serving, so that no page waits for it.</summary>
    public void RankAhead(Guid viewerId, FeedSlate slate)
    {
        if (slate.Next is null && slate.Ranking.Full && slate.Left < slate.Low)
        {
            slate.Expect(Task.Run(RankAsync), ledger.Unwritten(viewerId));
        }

        async Task<Ranking> RankAsync()
        {
            // What was served a moment ago would take the places of others.
            await ledger.NextWriteAsync();
            await _ahead.WaitAsync();
            long began = Stopwatch.GetTimestamp();
            try
            {
                return await ranking.RunAsync(viewerId, seenToo: false, [], CancellationToken.None);
            }
            finally
            {
                // Pages that somebody waits for have the processor for as long as this took.
                _ = Task.Delay(Stopwatch.GetElapsedTime(began)).ContinueWith(_ => _ahead.Release(), TaskScheduler.Default);
            }
        }
    }

    /// <summary>Forgets all rankings.</summary>
    public void Clear() => _slates.Clear();

    /// <inheritdoc/>
    public void Dispose()
    {
        _slates.Dispose();
    }
}

/// <summary>The ranking of one viewer, and what has been taken from it.</summary>
/// <param name="viewerId">The viewer.</param>
internal sealed class FeedSlate(Guid viewerId)
{
    /// <summary>How long a ranking is good.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(60);

    private HashSet<Guid> _goneFromNext = [];

    /// <summary>Held while a page is made, so that two pages at once take different items.</summary>
    public SemaphoreSlim Gate { get; } = new(1);

    /// <summary>The ranking.</summary>
    public Ranking Ranking { get; private set; } = Ranking.Empty;

    /// <summary>When it was made.</summary>
    public DateTimeOffset RankedAt { get; private set; }

    /// <summary>Posts that were taken since, or have turned out not to be visible.</summary>
    public HashSet<Guid> Gone { get; private set; } = [];

    /// <summary>Stems of the candidates' words, of those whose words somebody has needed.</summary>
    public Dictionary<Guid, IReadOnlySet<string>> Stems { get; private set; } = [];

    /// <summary>Stems of the candidates' topics, of those whose words somebody has needed: read with the words.</summary>
    public Dictionary<Guid, IReadOnlySet<string>> TopicStems { get; private set; } = [];

    /// <summary>What was found for the wishes that the key names; null until somebody needs it.</summary>
    public (string Key, IReadOnlyList<RankedPost> Posts)? Further { get; set; }

    /// <summary>Items that can still be taken.</summary>
    public int Left => Ranking.Posts.Count(p => !Gone.Contains(p.PostId));

    /// <summary>With fewer items left, the next ranking is made ahead of need: 40 to 120, another number for each viewer, so that those who came together do not need theirs together.</summary>
    public int Low { get; } = 40 + (int)((uint)viewerId.GetHashCode() % 81);

    /// <summary>The ranking that is being made ahead of need; null when none is.</summary>
    public Task<Ranking>? Next { get; private set; }

    /// <summary>Starts over with another ranking.</summary>
    public void Refill(Ranking ranking, HashSet<Guid> gone, DateTimeOffset now)
    {
        (Ranking, Gone, RankedAt, Stems, TopicStems, Further) = (ranking, gone, now, [], [], null);
        (Next, _goneFromNext) = (null, []);
    }

    /// <summary>Awaits a ranking that may have begun before everything that was served is written.</summary>
    public void Expect(Task<Ranking> next, HashSet<Guid> unwritten) => (Next, _goneFromNext) = (next, unwritten);

    /// <summary>Notes what was taken.</summary>
    public void Take(IEnumerable<Guid> ids)
    {
        foreach (Guid id in ids)
        {
            Gone.Add(id);
            _goneFromNext.Add(id);
        }
    }

    /// <summary>Starts over with the ranking that was made ahead, where there is one.</summary>
    public async Task<bool> TryAdvanceAsync(DateTimeOffset now)
    {
        if (Next is not { IsCompletedSuccessfully: true } next)
        {
            return false;
        }

        Refill(await next, _goneFromNext, now);
        return true;
    }
}

/// <summary>The For you feed: ranked, never twice in 30 days, varied, and obedient to what the viewer wants less of.</summary>
internal sealed class ReadForYou(LucarneContext db, PostReads posts, WishReads wishReads, FeedRanking ranking, FurtherCandidates further, FeedSlates slates, FeedLedger ledger, CursorCodec cursors, TimeProvider time)
{
    private const int MostRefills = 3;

    public async Task<Outcome<FeedPage>> RunAsync(Guid? viewerId, FeedFilter filter, string? cursorText, int count, bool again, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        // What was seen never comes here, unless it is asked for by itself.
        filter = filter with { Unseen = false };
        string list = $"feed:for_you:{viewerId}:{again}{filter.Key}";
        FeedCursor cursor = new(now);
        if (!string.IsNullOrEmpty(cursorText) && !FeedCursor.TryRead(cursors, list, cursorText, out cursor))
        {
            return HttpErrors.CursorInvalid.For("cursor");
        }

        Guid requestId = Guid.CreateVersion7(now);
        ViewerWishes wishes = await wishReads.ReadAsync(viewerId, now, cancel);
        // What is watched again is ranked for the one scroll alone: it neither empties nor fills the slate of the unseen.
        FeedSlate slate = again ? new FeedSlate(Guid.Empty) : slates.Of(viewerId);
        List<(ChosenPost Chosen, PostRow Post)> items = [];
        bool ranked = false;
        bool left = false;
        await slate.Gate.WaitAsync(cancel);
        try
        {
            if (now - slate.RankedAt > FeedSlate.GoodFor)
            {
                await RefillAsync(slate, viewerId, again, [], [], now, cancel);
                ranked = true;
            }

            for (int refills = 0; ; refills++)
            {
                (cursor, left) = await TakeAsync(slate, viewerId, again, filter, cursor, count, wishes, requestId, items, cancel);
                if (items.Count >= count || refills == MostRefills || (ranked && !slate.Ranking.Full) || (viewerId is null && cursor.ServedCount >= FeedCursor.MaxServed))
                {
                    break;
                }

                if (!ranked && await slate.TryAdvanceAsync(now))
                {
                    ranked = true;
                    continue;
                }

                // A second ranking leaves those out who have had their turn: someone who posts a thousand films hides nobody.
                await RefillAsync(slate, viewerId, again, ranked ? Exhausted(slate, cursor) : [], items.Select(i => i.Post.Id), now, cancel);
                ranked = true;
            }

            if (!again)
            {
                ledger.Serve(items.Select(i => new Served(viewerId ?? Guid.Empty, i.Post.Id, requestId, i.Chosen.Position, i.Chosen.Propensity, now)));
            }

            if (viewerId is Guid viewer && !again)
            {
                slates.RankAhead(viewer, slate);
            }
        }
        finally
        {
            slate.Gate.Release();
        }

        return await PageAsync(list, cursor, items, requestId, viewerId, count, left, wishes, cancel);
    }

    /// <summary>Authors of whom the last items hold as many as they may.</summary>
    private static Guid[] Exhausted(FeedSlate slate, FeedCursor cursor)
        => [.. slate.Ranking.Posts.Where(p => !cursor.Window.Allows(p.AuthorId, Guid.Empty)).Select(p => p.AuthorId).Distinct().Take(40)];

    /// <summary>Ranks anew, but for authors <paramref name="without"/> whom variety forbids and items <paramref name="taken"/> for the page that is being made.</summary>
    private async Task RefillAsync(FeedSlate slate, Guid? viewerId, bool again, IReadOnlyList<Guid> without, IEnumerable<Guid> taken, DateTimeOffset now, CancellationToken cancel)
    {
        if (viewerId is Guid viewer && !again && ledger.Unwritten(viewer).Count > 0)
        {
            await ledger.FlushAsync(cancel);
        }

        slate.Refill(await ranking.RunAsync(viewerId, again, without, cancel), [.. taken], now);
    }

    /// <summary>Takes items until there are enough or none is left; what has turned out not to be visible is passed over.</summary>
    /// <returns>Where the scroll stands then, and whether candidates are left that variety forbids for now.</returns>
    private async Task<(FeedCursor Cursor, bool Left)> TakeAsync(
        FeedSlate slate, Guid? viewerId, bool again, FeedFilter filter, FeedCursor cursor, int count, ViewerWishes wishes, Guid requestId, List<(ChosenPost Chosen, PostRow Post)> items, CancellationToken cancel)
    {
        IReadOnlyList<RankedPost> ranked = await CandidatesAsync(slate, viewerId, again, filter, wishes, cancel);
        DateTimeOffset now = time.GetUtcNow();
        while (true)
        {
            FeedCursor moved = cursor.Clone();
            List<ChosenPost> chosen = FeedComposer.Take(
                ranked, moved, count - items.Count, Open, p => wishes.Less(p.AuthorId, StemsOf(p)),
                BinaryPrimitives.ReadUInt64BigEndian(requestId.ToByteArray(bigEndian: true).AsSpan(8)));
            Guid[] ids = [.. chosen.Select(c => c.Post.PostId)];
            Dictionary<Guid, PostRow> visible = (await posts.ListedAsync(viewerId, ids, cancel)).ToDictionary(p => p.Id);
            if (visible.Count < ids.Length)
            {
                slate.Gone.UnionWith(ids.Where(id => !visible.ContainsKey(id)));
                continue;
            }

            items.AddRange(chosen.Select(c => (c, visible[c.Post.PostId])));
            if (viewerId is not null && !again)
            {
                slate.Take(ids);
            }

            return (moved, ranked.Any(p => Open(p) && !moved.HasServed(p.PostId)));
        }

        bool Open(RankedPost post) => !slate.Gone.Contains(post.PostId) && filter.Allows(post, now) && !wishes.SentAway(post.PostId, post.RootId) && !wishes.Muted(StemsOf(post));

        IReadOnlySet<string>? StemsOf(RankedPost post) => slate.Stems.GetValueOrDefault(post.PostId);
    }

    /// <summary>The ranking, with what was found besides for the viewer's moods and what they leave out, lifted by how much it answers the moods.</summary>
    private async Task<IReadOnlyList<RankedPost>> CandidatesAsync(FeedSlate slate, Guid? viewerId, bool again, FeedFilter filter, ViewerWishes wishes, CancellationToken cancel)
    {
        IReadOnlyList<RankedPost> ranked = slate.Ranking.Posts;
        if (wishes.Moods.Count > 0 || !filter.IsNone)
        {
            string key = string.Join(' ', [filter.Key, .. wishes.FeedMoods.Select(mood => mood.Id)]);
            if (slate.Further?.Key != key)
            {
                HashSet<Guid> known = [.. slate.Gone, .. ranked.Select(p => p.PostId)];
                slate.Further = (key, await further.FindAsync(viewerId, again, wishes, filter, known, cancel));
            }

            ranked = [.. ranked, .. slate.Further.Value.Posts];
        }

        if (wishes.NeedsWords)
        {
            foreach (Guid[] some in ranked.Select(p => p.PostId).Where(id => !slate.Stems.ContainsKey(id)).Chunk(PostReads.MostFound))
            {
                foreach ((Guid id, IReadOnlySet<string> stems) in await ViewerWishes.ReadStemsAsync(db, some, cancel))
                {
                    slate.Stems[id] = stems;
                }

                foreach ((Guid id, IReadOnlySet<string> stems) in await ViewerWishes.ReadTopicStemsAsync(db, some, cancel))
                {
                    slate.TopicStems[id] = stems;
                }
            }
        }

        return ranked.Count == slate.Ranking.Posts.Count && wishes.Moods.Count == 0 ? ranked
            : [.. ranked.Select(p => p.InMood(wishes.MoodFit(slate.Stems.GetValueOrDefault(p.PostId), slate.TopicStems.GetValueOrDefault(p.PostId)))).OrderByDescending(p => p.Parts.Total).ThenByDescending(p => p.PostId)];
    }

    private async Task<FeedPage> PageAsync(string list, FeedCursor cursor, List<(ChosenPost Chosen, PostRow Post)> items, Guid requestId, Guid? viewerId, int count, bool left, ViewerWishes wishes, CancellationToken cancel)
    {
        IReadOnlyList<PostView> views = await PostQueries.DescribeAsync(db, [.. items.Select(i => i.Post)], viewerId, cancel);
        bool ended = items.Count < count || (viewerId is null && cursor.ServedCount >= FeedCursor.MaxServed);
        FeedEnd? end = !ended ? null
            : left ? FeedEnd.SamePeople
            : cursor.Position > 0 || await PostQueries.ListedTo(db, viewerId).AnyAsync(p => p.AuthorId != viewerId, cancel) ? FeedEnd.AllSeen : FeedEnd.NothingYet;
        return new FeedPage(
            [.. items.Zip(views, (item, view) => new FeedItem(view, item.Chosen.Why, null, item.Chosen.Position))],
            ended ? null : cursor.Write(cursors, list), requestId, FeedTab.ForYou, end, wishes.FeedMoods);
    }
}

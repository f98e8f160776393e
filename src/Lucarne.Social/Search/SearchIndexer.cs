using Lucarne.Social.Data;
using Lucarne.Social.Posts;
using Lucarne.Social.Text;
using Lucarne.Social.Topics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Lucarne.Social.Search;

/// <summary>Brings the index up to date with what the triggers have queued: every second, and before a search that finds something queued.</summary>
internal sealed class SearchIndexer(IDbContextFactory<LucarneContext> contexts, PreparedReads reads, TimeProvider time, ILogger<SearchIndexer> logger) : BackgroundService
{
    private const int BatchSize = 100;
    private const int ShortestMended = 4;
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);
    private static readonly ReadStatement s_waiting = ReadStatement.Of("""SELECT 1 FROM "SearchQueue" LIMIT 1""", 0);

    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Indexes what is queued, at most <paramref name="most"/> things.</summary>
    /// <returns>Number of things indexed.</returns>
    public async Task<int> DrainAsync(int most, CancellationToken cancel)
    {
        // What another drain has taken is not committed yet and still seen as waiting.
        if ((await reads.ReadAsync(s_waiting, static _ => true, cancel)).Count == 0)
        {
            return 0;
        }

        await _one.WaitAsync(cancel);
        try
        {
            return await IndexQueuedAsync(most, cancel);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Forgets the index and makes it anew.</summary>
    /// <returns>Number of things indexed.</returns>
    public async Task<int> RebuildAsync(CancellationToken cancel)
    {
        await _one.WaitAsync(cancel);
        try
        {
            await using (LucarneContext db = await contexts.CreateDbContextAsync(cancel))
            {
                await using var transaction = await db.Database.BeginTransactionAsync(cancel);
                await db.SearchWords.ExecuteDeleteAsync(cancel);
                await db.SearchGrams.ExecuteDeleteAsync(cancel);
                await db.SearchDocuments.ExecuteDeleteAsync(cancel);
                if (db.Database.IsSqlite())
                {
                    await db.Database.ExecuteSqlAsync($"""DELETE FROM "SearchIndex" """, cancel);
                }

                await db.Database.ExecuteSqlAsync(
                    $"""INSERT INTO "SearchQueue" ("Kind", "Id") SELECT * FROM (SELECT 0, "Id" FROM "Posts" UNION ALL SELECT 1, "Id" FROM "Accounts") x WHERE 1 = 1 ON CONFLICT DO NOTHING""", cancel);
                await transaction.CommitAsync(cancel);
            }

            return await IndexQueuedAsync(int.MaxValue, cancel);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _one.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(Period, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await DrainAsync(int.MaxValue, stoppingToken);
            }
            catch (Exception error) when (error is DbUpdateException or System.Data.Common.DbException)
            {
                logger.LogWarning(error, "Indexing for search failed; what is queued is tried again");
            }
        }
    }

    private async Task<int> IndexQueuedAsync(int most, CancellationToken cancel)
    {
        int done = 0;
        while (done < most && await IndexBatchAsync(cancel) is > 0 and int some)
        {
            done += some;
        }

        return done;
    }

    private async Task<int> IndexBatchAsync(CancellationToken cancel)
    {
        await using LucarneContext db = await contexts.CreateDbContextAsync(cancel);
        if (!await db.SearchQueue.AnyAsync(cancel))
        {
            return 0;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        List<SearchQueueEntry> queued = await db.SearchQueue.AsNoTracking().OrderBy(q => q.Kind).ThenBy(q => q.Id).Take(BatchSize).ToListAsync(cancel);
        // Deleted before the texts are read: a change that comes in between queues the thing again.
        foreach (IGrouping<SearchDocumentKind, SearchQueueEntry> group in queued.GroupBy(q => q.Kind))
        {
            Guid[] ids = [.. group.Select(q => q.Id)];
            await db.SearchQueue.Where(q => q.Kind == group.Key && ids.Contains(q.Id)).ExecuteDeleteAsync(cancel);
            await (group.Key == SearchDocumentKind.Post ? IndexPostsAsync(db, ids, cancel) : IndexAccountsAsync(db, ids, cancel));
        }

        await transaction.CommitAsync(cancel);
        return queued.Count;
    }

    private static async Task IndexPostsAsync(LucarneContext db, Guid[] ids, CancellationToken cancel)
    {
        var posts = await db.Posts.Where(p => ids.Contains(p.Id))
            .Join(db.Generations, p => p.GenerationId, g => g.Id, (p, g) => new { p.Id, p.Title, p.Caption, p.Visibility, p.CreatedAt, g.Prompt, g.ScreenplayJson }).ToListAsync(cancel);
        Dictionary<Guid, FilmTopics> topics = posts.ToDictionary(p => p.Id, p => FilmTopics.Of(p.Prompt, p.ScreenplayJson));
        await db.PostTopics.Where(t => ids.Contains(t.PostId)).ExecuteDeleteAsync(cancel);
        await db.PostTags.Where(t => ids.Contains(t.PostId)).ExecuteDeleteAsync(cancel);
        foreach (var post in posts)
        {
            string[] tags = [.. TextFacets.Find(post.Caption).Where(f => f.Kind == TextFacetKind.Tag).Select(f => f.Value).Distinct(StringComparer.Ordinal)];
            db.PostTags.AddRange(tags.Select(tag => new PostTag { PostId = post.Id, Tag = tag, CreatedAt = post.CreatedAt }));
            db.PostTopics.AddRange(topics[post.Id].Topics.Select(topic => new PostTopic { PostId = post.Id, Topic = topic.Code, CreatedAt = post.CreatedAt }));
        }

        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        await WriteAsync(db, SearchDocumentKind.Post, ids, posts.ToDictionary(p => p.Id, p => SearchText.Words($"{p.Title} {p.Caption} {topics[p.Id].SearchWords} {p.Prompt}")), cancel);
        await LearnAsync(db, posts.Where(p => p.Visibility == Visibility.Public).Select(p => SearchText.Words($"{p.Title} {p.Caption} {p.Prompt}")), cancel);
    }

    private static async Task IndexAccountsAsync(LucarneContext db, Guid[] ids, CancellationToken cancel)
    {
        var accounts = await db.Accounts.Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Handle, a.DisplayName, a.Settings.Discoverable }).ToListAsync(cancel);
        await WriteAsync(db, SearchDocumentKind.Account, ids, accounts.ToDictionary(a => a.Id, a => SearchText.Words($"{a.Handle} {a.DisplayName} {a.Handle.Replace(".", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal)}")), cancel);
        await LearnAsync(db, accounts.Where(a => a.Discoverable).Select(a => SearchText.Words($"{a.Handle} {a.DisplayName}")), cancel);
    }

    /// <summary>Replaces the words of things; those without words are gone, and are forgotten.</summary>
    private static async Task WriteAsync(LucarneContext db, SearchDocumentKind kind, Guid[] ids, Dictionary<Guid, List<string>> words, CancellationToken cancel)
    {
        bool sqlite = db.Database.IsSqlite();
        Dictionary<Guid, long> numbers = await db.SearchDocuments.Where(d => d.Kind == kind && ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, d => d.Number, cancel);
        db.SearchDocuments.AddRange(words.Keys.Where(id => !numbers.ContainsKey(id)).Order().Select(id => new SearchDocument { Kind = kind, Id = id }));
        await db.SaveChangesAsync(cancel);
        foreach (var added in db.ChangeTracker.Entries<SearchDocument>())
        {
            numbers[added.Entity.Id] = added.Entity.Number;
        }

        db.ChangeTracker.Clear();
        string column = kind == SearchDocumentKind.Post ? "Post" : "Account";
        await using PreparedStatement remove = new(db, sqlite ? """DELETE FROM "SearchIndex" WHERE rowid = @p0""" : """UPDATE "SearchDocuments" SET "Terms" = NULL WHERE "Number" = @p0""", 1);
        await using PreparedStatement write = new(
            db,
            sqlite ? $"""INSERT INTO "SearchIndex" (rowid, "{column}") VALUES (@p0, @p1)"""
                : """UPDATE "SearchDocuments" SET "Terms" = array_to_tsvector(string_to_array(@p1, ' ')) WHERE "Number" = @p0""",
            2);
        foreach ((Guid id, long number) in numbers.OrderBy(n => n.Value))
        {
            await remove.RunAsync(cancel, number);
            if (words.TryGetValue(id, out List<string>? some))
            {
                await write.RunAsync(cancel, number, string.Join(' ', some.Concat(some.Select(Stemmer.Stem)).Distinct(StringComparer.Ordinal)));
            }
        }

        Guid[] gone = [.. numbers.Keys.Where(id => !words.ContainsKey(id))];
        if (gone.Length > 0)
        {
            await db.SearchDocuments.Where(d => d.Kind == kind && gone.Contains(d.Id)).ExecuteDeleteAsync(cancel);
        }
    }

    /// <summary>Adds words that typos may be mended to.</summary>
    private static async Task LearnAsync(LucarneContext db, IEnumerable<List<string>> texts, CancellationToken cancel)
    {
        string[] words = [.. texts.SelectMany(words => words.Distinct(StringComparer.Ordinal)).Where(w => w.Length >= ShortestMended && w.All(char.IsLetter))];
        string[] distinct = [.. words.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        HashSet<string> known = [];
        foreach (string[] some in distinct.Chunk(500))
        {
            known.UnionWith(await db.SearchWords.Where(w => some.Contains(w.Word)).Select(w => w.Word).ToListAsync(cancel));
        }

        await using PreparedStatement count = new(db, """INSERT INTO "SearchWords" ("Word", "Uses") VALUES (@p0, @p1) ON CONFLICT ("Word") DO UPDATE SET "Uses" = "SearchWords"."Uses" + excluded."Uses" """, 2);
        await using PreparedStatement gram = new(db, """INSERT INTO "SearchGrams" ("Gram", "Length", "Word") VALUES (@p0, @p1, @p2) ON CONFLICT DO NOTHING""", 3);
        foreach (var (word, uses) in words.CountBy(w => w, StringComparer.Ordinal).OrderBy(w => w.Key, StringComparer.Ordinal))
        {
            await count.RunAsync(cancel, word, uses);
            if (!known.Contains(word))
            {
                foreach (string three in Typos.Grams(word))
                {
                    await gram.RunAsync(cancel, three, word.Length, word);
                }
            }
        }
    }
}

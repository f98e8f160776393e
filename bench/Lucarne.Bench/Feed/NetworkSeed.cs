using System.Security.Cryptography;
using Lucarne.App;
using Lucarne.Social;
using Lucarne.Social.Accounts;
using Lucarne.Social.Data;
using Lucarne.Social.Follows;
using Lucarne.Social.Lineage;
using Lucarne.Social.Posts;
using Lucarne.Social.Reactions;
using Lucarne.Studio.Generations;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lucarne.Bench.Feed;

/// <summary>Fills an empty database with a network of a given size: accounts that follow one another, posts of the last hundred days, likes that favour few posts, as likes do.</summary>
/// <remarks>Every film has the same files, named and not there: pages are measured, not the disk.</remarks>
internal sealed class NetworkSeed
{
    public const int Accounts = 2_000;
    public const int Posts = 10_000;
    public const int Likes = 200_000;
    public const int FollowsEach = 20;
    public const int Sessions = 200;

    private const int BatchRows = 4_000;
    private static readonly string[] s_subjects = ["a red ball", "a lighthouse", "two paper boats", "a grey cat", "a kite", "a tall ship", "un voilier", "une montgolfière", "a steam train", "a glass whale"];
    private static readonly string[] s_places = ["on a wooden floor", "in a storm at night", "over a quiet pond", "dans la neige", "under the stars", "in a busy street", "sur une plage", "in the desert", "in a garden", "by the sea"];

    private readonly SeedRandom _random = new(20_260_424);

    /// <summary>Ids of the posts, oldest first.</summary>
    public List<Guid> PostIds { get; } = [];

    /// <summary>Session cookies of the first accounts.</summary>
    public List<string> Cookies { get; } = [];

    /// <summary>Makes the tables and fills them.</summary>
    /// <param name="dataFolder">An empty folder.</param>
    /// <param name="postgres">Connection string of an empty database; null for SQLite.</param>
    public static async Task<NetworkSeed> RunAsync(string dataFolder, string? postgres)
    {
        Environment.SetEnvironmentVariable("LUCARNE__POSTGRES", postgres);
        await using WebApplication app = LucarneServer.Build("http://127.0.0.1:0", dataFolder);
        await app.Services.PrepareSocialAsync();
        IDbContextFactory<LucarneContext> contexts = app.Services.GetRequiredService<IDbContextFactory<LucarneContext>>();
        NetworkSeed seed = new();
        await seed.FillAsync(contexts);
        await using LucarneContext db = await contexts.CreateDbContextAsync();
        await db.Database.ExecuteSqlRawAsync(db.Database.IsNpgsql() ? "VACUUM ANALYZE" : "ANALYZE");
        return seed;
    }

    private async Task FillAsync(IDbContextFactory<LucarneContext> contexts)
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        List<Account> accounts = [.. Enumerable.Range(0, Accounts).Select(i => new Account
        {
            Id = Guid.CreateVersion7(now.AddDays(-200).AddMinutes(i)), Handle = $"person{i}", DisplayName = $"Person {i}", Locale = "en", CreatedAt = now.AddDays(-200).AddMinutes(i),
            Followers = FollowsEach, Following = FollowsEach,
        })];
        await SaveAsync(contexts, accounts);
        await SaveAsync(contexts, accounts.Take(Sessions).Select(account => OpenSession(account, now)));
        await SaveAsync(contexts, accounts.SelectMany((account, i) => Enumerable.Range(1, FollowsEach).Select(step => new Follow
        {
            FollowerId = account.Id,
            FolloweeId = accounts[(i + (step * step)) % Accounts].Id,
            CreatedAt = now.AddDays(-100),
        })));

        List<Post> posts = [];
        List<Generation> films = [];
        for (int i = 0; i < Posts; i++)
        {
            DateTimeOffset at = now.AddDays(-100) + (TimeSpan.FromDays(100) / Posts * i);
            Guid author = accounts[_random.Next(Accounts)].Id;
            string prompt = $"{s_subjects[_random.Next(s_subjects.Length)]} {s_places[_random.Next(s_places.Length)]}";
            Generation film = Film(Guid.CreateVersion7(at), author, prompt, at);
            Post? parent = i > 100 && _random.Next(10) == 0 ? posts[_random.Next(posts.Count)] : null;
            Guid id = Guid.CreateVersion7(at);
            posts.Add(new Post
            {
                Id = id,
                AuthorId = author,
                DraftId = Guid.CreateVersion7(at),
                GenerationId = film.Id,
                Title = prompt,
                Caption = $"made by hand #{s_subjects[i % s_subjects.Length].Split(' ')[^1]}",
                Visibility = Visibility.Public,
                ParentId = parent?.Id,
                RootId = parent?.RootId ?? id,
                CreatedAt = at,
            });
            films.Add(film);
        }

        List<Reaction> likes = DrawLikes(accounts, posts, now);
        await SaveAsync(contexts, films);
        await SaveAsync(contexts, posts);
        await SaveAsync(contexts, posts.Select(p => new LineageEntry { PostId = p.Id, ParentId = p.ParentId, RootId = p.RootId, PublishedAt = p.CreatedAt }));
        await SaveAsync(contexts, likes);
        PostIds.AddRange(posts.Select(p => p.Id));
    }

    /// <summary>Likes fall on few posts: the chance of a post falls with its rank.</summary>
    private List<Reaction> DrawLikes(List<Account> accounts, List<Post> posts, DateTimeOffset now)
    {
        HashSet<(int Post, int Account)> drawn = [];
        List<Reaction> likes = new(Likes);
        while (likes.Count < Likes)
        {
            double share = _random.Share();
            int post = (int)(share * share * share * Posts);
            int account = _random.Next(Accounts);
            if (drawn.Add((post, account)))
            {
                Post liked = posts[Posts - 1 - post];
                liked.Likes++;
                likes.Add(new Reaction { PostId = liked.Id, AccountId = accounts[account].Id, Kind = ReactionKind.Like, CreatedAt = liked.CreatedAt < now ? liked.CreatedAt : now });
            }
        }

        return likes;
    }

    private Session OpenSession(Account account, DateTimeOffset now)
    {
        Guid id = Guid.CreateVersion7(now);
        (string cookie, byte[] secretHash) = SessionCookie.Make(id);
        Cookies.Add(cookie);
        return new Session { Id = id, AccountId = account.Id, SecretHash = secretHash, UserAgent = "bench", CreatedAt = now, LastSeenAt = now, ConfirmedAt = now, ExpiresAt = now.AddDays(30) };
    }

    private static Generation Film(Guid id, Guid owner, string prompt, DateTimeOffset at)
    {
        (string Name, string Extension)[] files =
            [(Artefact.Video, ".mp4"), (Artefact.Preview, ".mp4"), (Artefact.Thumbnail, ".webp"), (Artefact.ContactSheet, ".webp"), (Artefact.StoredPlaylist, ".m3u8"), (Artefact.Playlist, ".m3u8")];
        return Generation.Completed(
            new AdoptedFilm { Id = id, OwnerId = owner, Prompt = prompt, Engine = "diorama", Format = new Media.VideoFormat(360, 640, 24, 240), Seed = 1, CreatedAt = at, StartedAt = at, FinishedAt = at },
            files.Select(file => new Artefact
            {
                GenerationId = id,
                Name = file.Name,
                Extension = file.Extension,
                SizeBytes = 1_000_000,
                Sha256 = Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(file.Name))),
            }));
    }

    private static async Task SaveAsync<T>(IDbContextFactory<LucarneContext> contexts, IEnumerable<T> rows)
        where T : class
    {
        foreach (T[] batch in rows.Chunk(BatchRows))
        {
            await using LucarneContext db = await contexts.CreateDbContextAsync();
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            db.AddRange(batch);
            await db.SaveChangesAsync();
        }
    }
}

/// <summary>SplitMix64: small, quick, the same on every machine.</summary>
internal sealed class SeedRandom(ulong seed)
{
    private ulong _state = seed;

    /// <summary>0 to <paramref name="bound"/> - 1.</summary>
    public int Next(int bound) => (int)(Draw() % (ulong)bound);

    /// <summary>0 to 1, 1 excluded.</summary>
    public double Share() => (Draw() >> 11) * (1.0 / (1UL << 53));

    private ulong Draw()
    {
        ulong z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}

using Lucarne.End2End.Tests.Harness;
using Lucarne.Social.Accounts;
using Lucarne.Social.Data;
using Lucarne.Social.Posts;
using Lucarne.Studio.Generations;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.End2End.Tests.Discover;

/// <summary>Accounts and posts straight into the database: what is tested is how they are found, not how they came.</summary>
internal static class Crowd
{
    /// <summary>Accounts that nobody signs in to.</summary>
    public static Task<Guid[]> AddAccountsAsync(LucarneApp app, params string[] handles) => app.ReadAsync(async db =>
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        Account[] accounts = [.. handles.Select(handle => new Account { Id = Guid.CreateVersion7(now), Handle = handle, DisplayName = handle, Locale = "en", CreatedAt = now })];
        db.Accounts.AddRange(accounts);
        await db.SaveChangesAsync();
        return accounts.Select(a => a.Id).ToArray();
    });

    /// <summary>Id of an account.</summary>
    public static Task<Guid> IdOfAsync(LucarneApp app, string handle) => app.ReadAsync(db => db.Accounts.Where(a => a.Handle == handle).Select(a => a.Id).SingleAsync());

    /// <summary>Posts that share the film of a real one.</summary>
    /// <param name="app">The server.</param>
    /// <param name="model">A published post.</param>
    /// <param name="posts">What to add, oldest first.</param>
    public static Task<Guid[]> AddPostsAsync(LucarneApp app, Answer model, params IEnumerable<Draught> posts) => app.ReadAsync(async db =>
    {
        Guid modelId = Guid.Parse(model["id"]!);
        Guid generationId = await db.Posts.Where(p => p.Id == modelId).Select(p => p.GenerationId).SingleAsync();
        Generation generation = await db.Generations.AsNoTracking().Include(g => g.Artefacts).SingleAsync(g => g.Id == generationId);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        List<Guid> ids = [];
        foreach (Draught draught in posts)
        {
            DateTimeOffset at = now - draught.Age;
            Guid id = Guid.CreateVersion7(at);
            Guid film = Copy(db, generation, draught.AuthorId, draught.Prompt ?? generation.Prompt);
            db.Posts.Add(new Post
            {
                Id = id,
                AuthorId = draught.AuthorId,
                DraftId = Guid.CreateVersion7(at),
                GenerationId = film,
                Title = draught.Title,
                Caption = draught.Caption,
                Visibility = draught.Visibility,
                RootId = draught.RootId ?? id,
                CreatedAt = at,
                Likes = draught.Likes,
                Views = draught.Views,
                Remixes = draught.Remixes,
            });
            ids.Add(id);
        }

        await db.SaveChangesAsync();
        return ids.ToArray();
    });

    /// <summary>The files are the same; only the owner and the words differ.</summary>
    private static Guid Copy(LucarneContext db, Generation model, Guid ownerId, string prompt)
    {
        Guid id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow());
        Generation copy = new()
        {
            Id = id,
            OwnerId = ownerId,
            Prompt = prompt,
            Engine = model.Engine,
            Width = model.Width,
            Height = model.Height,
            Fps = model.Fps,
            FrameCount = model.FrameCount,
            Seed = model.Seed,
            CreatedAt = model.CreatedAt,
        };
        db.Generations.Add(copy);
        db.Entry(copy).Property(g => g.Status).CurrentValue = GenerationStatus.Completed;
        db.Entry(copy).Property(g => g.FinishedAt).CurrentValue = model.FinishedAt;
        db.Artefacts.AddRange(model.Artefacts.Select(a => new Artefact { GenerationId = id, Name = a.Name, Sha256 = a.Sha256, Extension = a.Extension, SizeBytes = a.SizeBytes }));
        return id;
    }
}

/// <summary>A post to add.</summary>
/// <param name="AuthorId">Its author.</param>
internal sealed record Draught(Guid AuthorId)
{
    public string? Title { get; init; }

    public string? Caption { get; init; }

    public string? Prompt { get; init; }

    public Visibility Visibility { get; init; }

    public Guid? RootId { get; init; }

    public TimeSpan Age { get; init; }

    public int Likes { get; init; }

    public int Views { get; init; }

    public int Remixes { get; init; }
}

using System.Text.Json;
using Lucarne.Social.Data;
using Lucarne.Social.Messages;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Erasures;

/// <summary>How much of an account there is to erase, by kind.</summary>
/// <param name="Posts">Posts.</param>
/// <param name="Drafts">Drafts.</param>
/// <param name="Generations">Prompts with their screenplays and results.</param>
/// <param name="MediaFiles">Files of results, pictures, those that films start from, and uploaded sounds.</param>
/// <param name="MediaBytes">Length of the results, the pictures that films start from, and sounds in bytes.</param>
/// <param name="Comments">Comments written.</param>
/// <param name="Reactions">Likes and dislikes given.</param>
/// <param name="Reposts">Reposts.</param>
/// <param name="Relations">Follows in both directions, blocks and mutes.</param>
/// <param name="Notifications">Notifications received.</param>
/// <param name="Sessions">Signed-in browsers and devices.</param>
/// <param name="Passkeys">Passkeys.</param>
/// <param name="Sounds">Uploaded sounds.</param>
/// <param name="Messages">Messages written.</param>
/// <param name="Collections">Collections.</param>
/// <param name="Bookmarks">Bookmarks.</param>
/// <param name="Exports">Exports that lay ready or were being written.</param>
public sealed record ErasedCounts(
    int Posts, int Drafts, int Generations, int MediaFiles, long MediaBytes, int Comments, int Reactions, int Reposts, int Relations, int Notifications, int Sessions, int Passkeys,
    int Sounds = 0, int Messages = 0, int Collections = 0, int Bookmarks = 0, int Exports = 0)
{
    /// <summary>Counts.</summary>
    internal static async Task<ErasedCounts> CountAsync(LucarneContext db, Guid accountId, CancellationToken cancel)
    {
        IQueryable<Studio.Generations.Artefact> files = db.Artefacts.Where(a => db.Generations.Any(g => g.Id == a.GenerationId && g.OwnerId == accountId));
        IQueryable<Edits.UploadedSound> sounds = db.UploadedSounds.Where(s => s.OwnerId == accountId);
        int soundCount = await sounds.CountAsync(cancel);
        string?[] pictures = await db.Accounts.Where(a => a.Id == accountId).Select(a => new[] { a.Picture, a.Cover }).SingleOrDefaultAsync(cancel) ?? [];
        int firstImages = await db.FirstImages.CountAsync(i => i.OwnerId == accountId, cancel);
        long firstImageBytes = await db.FirstImages.Where(i => i.OwnerId == accountId).SumAsync(i => i.SizeBytes, cancel);
        return new ErasedCounts(
            await db.Posts.CountAsync(p => p.AuthorId == accountId, cancel),
            await db.Drafts.CountAsync(d => d.OwnerId == accountId, cancel),
            await db.Generations.CountAsync(g => g.OwnerId == accountId, cancel),
            await files.CountAsync(cancel) + pictures.Count(p => p is not null) + soundCount + firstImages,
            await files.SumAsync(a => a.SizeBytes, cancel) + await sounds.SumAsync(s => s.SizeBytes, cancel) + firstImageBytes,
            await db.Comments.CountAsync(c => c.AuthorId == accountId, cancel),
            await db.Reactions.CountAsync(r => r.AccountId == accountId, cancel),
            await db.Reposts.CountAsync(r => r.AccountId == accountId, cancel),
            await db.Follows.CountAsync(f => f.FollowerId == accountId || f.FolloweeId == accountId, cancel)
                + await db.Blocks.CountAsync(b => b.BlockerId == accountId, cancel) + await db.Mutes.CountAsync(m => m.MuterId == accountId, cancel),
            await db.Notifications.CountAsync(n => n.RecipientId == accountId, cancel),
            await db.Sessions.CountAsync(s => s.AccountId == accountId, cancel),
            await db.Passkeys.CountAsync(p => p.AccountId == accountId, cancel),
            soundCount,
            await db.Messages.CountAsync(m => m.AuthorId == accountId && m.Kind == MessageKind.Text, cancel),
            await db.Collections.CountAsync(c => c.OwnerId == accountId, cancel),
            await db.Bookmarks.CountAsync(b => b.AccountId == accountId, cancel),
            await db.Exports.CountAsync(e => e.AccountId == accountId, cancel));
    }

    internal static ErasedCounts Read(string json) => JsonSerializer.Deserialize<ErasedCounts>(json, JsonSerializerOptions.Web)!;

    internal string Write() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);
}

using Lucarne.Safety.Text;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Follows;

/// <summary>A word or phrase to mute.</summary>
/// <param name="Text">1 to 50 characters.</param>
/// <param name="Hours">1 to 8760; null for until it is removed.</param>
public sealed record MutedWordRequest(string Text, int? Hours = null);

/// <summary>A word or phrase that the signed-in account does not want to meet.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="Text">The word or phrase.</param>
/// <param name="Until">When it ends by itself; null for never.</param>
public sealed record MutedWordView(Guid Id, string Text, DateTimeOffset? Until);

/// <summary>Lists, adds and removes muted words.</summary>
internal sealed class ChangeMutedWords(LucarneContext db, TimeProvider time)
{
    /// <summary>All of an account, the newest first: at most <see cref="MutedWord.MaxPerAccount"/>.</summary>
    public async Task<IReadOnlyList<MutedWordView>> ReadAsync(Guid accountId, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        return await db.MutedWords.Where(w => w.AccountId == accountId && (w.Until == null || w.Until > now)).OrderByDescending(w => w.Id)
            .Select(w => new MutedWordView(w.Id, w.Text, w.Until)).ToListAsync(cancel);
    }

    /// <summary>Adds a word, or changes how long it is muted.</summary>
    public async Task<Outcome<MutedWordView>> AddAsync(Guid accountId, MutedWordRequest request, CancellationToken cancel)
    {
        DateTimeOffset now = time.GetUtcNow();
        string text = request.Text.Length > 4 * MutedWord.TextMaxLength ? "" : TextHygiene.CleanLine(request.Text);
        if (text.Length is 0 or > MutedWord.TextMaxLength || new MutedWordFilter([text]).IsEmpty)
        {
            return FollowsErrors.MutedWordInvalid.For("text");
        }

        if (!MuteAccount.ReadUntil(request.Hours, now).TryGet(out MuteAccount.Ending ending, out Problem? problem))
        {
            return problem;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await Relations.LockAsync(db, accountId, accountId, cancel);
        MutedWord? word = await db.MutedWords.SingleOrDefaultAsync(w => w.AccountId == accountId && w.Text == text, cancel);
        if (word is null)
        {
            if (await db.MutedWords.CountAsync(w => w.AccountId == accountId, cancel) >= MutedWord.MaxPerAccount)
            {
                return FollowsErrors.TooManyMutedWords;
            }

            word = new MutedWord { Id = Guid.CreateVersion7(now), AccountId = accountId, Text = text, CreatedAt = now };
            db.MutedWords.Add(word);
        }

        word.Until = ending.Until;
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new MutedWordView(word.Id, word.Text, word.Until);
    }

    /// <summary>Null when it is gone, or <see cref="FollowsErrors.MutedWordNotFound"/>.</summary>
    public async Task<Problem?> RemoveAsync(Guid accountId, Guid id, CancellationToken cancel)
        => await db.MutedWords.Where(w => w.Id == id && w.AccountId == accountId).ExecuteDeleteAsync(cancel) == 1 ? null : FollowsErrors.MutedWordNotFound;
}

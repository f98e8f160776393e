using Lucarne.Social.Data;
using Lucarne.Social.Posts;
using Lucarne.Social.Text;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Profiles;

/// <summary>Keeps which accounts a post names, for their appearances.</summary>
internal static class RecordMentions
{
    /// <summary>Replaces the mentions of a post; in the transaction that publishes or edits it, once its row is saved.</summary>
    /// <param name="db">The database.</param>
    /// <param name="post">The post, with its caption as it is now.</param>
    /// <param name="prompt">Its prompt.</param>
    /// <param name="cancel">Stops the work.</param>
    public static async Task RunAsync(LucarneContext db, Post post, string prompt, CancellationToken cancel)
    {
        IReadOnlyList<Guid> inPrompt = await TextFacets.FindMentionedAsync(db, prompt, cancel);
        IReadOnlyList<Guid> inCaption = await TextFacets.FindMentionedAsync(db, post.Caption, cancel);
        await db.PostMentions.Where(m => m.PostId == post.Id).ExecuteDeleteAsync(cancel);
        db.PostMentions.AddRange(inPrompt.Concat(inCaption).Distinct().Select(id => new PostMention { AccountId = id, PostId = post.Id }));
        await db.SaveChangesAsync(cancel);
    }
}

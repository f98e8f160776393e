using System.Text.Json.Serialization;
using Lucarne.Safety.Text;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Notifications;
using Lucarne.Social.Posts;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Drafts;

/// <summary>A draft's own words.</summary>
/// <param name="Title">At most 100 characters; null or empty takes the name away.</param>
public sealed record RenameDraftRequest(string? Title);

/// <summary>One thing done to several drafts at once.</summary>
/// <param name="Ids">1 to 100 drafts; those that are not one's own are passed over.</param>
/// <param name="Action">What is done.</param>
/// <param name="FolderId">For <c>move</c>: the folder; null takes them out of theirs.</param>
public sealed record ArrangeDraftsRequest(IReadOnlyList<Guid> Ids, DraftAction Action, Guid? FolderId = null);

/// <summary>What is done to several drafts.</summary>
public enum DraftAction
{
    /// <summary>Deleted with their videos, for good; those in the making are cancelled first.</summary>
    [JsonStringEnumMemberName("delete")]
    Delete,

    /// <summary>Put into a folder, or out of theirs.</summary>
    [JsonStringEnumMemberName("move")]
    Move,

    /// <summary>Marked as opened, with the notifications that speak of them.</summary>
    [JsonStringEnumMemberName("mark_read")]
    MarkRead,

    /// <summary>Marked as new.</summary>
    [JsonStringEnumMemberName("mark_unread")]
    MarkUnread,
}

/// <summary>What was done.</summary>
/// <param name="Ids">The drafts that it was done to.</param>
public sealed record ArrangedDrafts(IReadOnlyList<Guid> Ids);

/// <summary>Names drafts, and puts several of them in order at once.</summary>
internal sealed class ArrangeDrafts(LucarneContext db, ReadDrafts read, DeleteDraft delete, MarkNotifications notifications, TimeProvider time)
{
    private const int MaxAtOnce = 100;

    /// <summary>Gives a draft a name.</summary>
    public async Task<Outcome<DraftView>> RenameAsync(Guid accountId, Guid id, RenameDraftRequest request, CancellationToken cancel)
    {
        string? title = request.Title is null || TextHygiene.CleanLine(request.Title) is not { Length: > 0 } clean ? null : clean;
        if (title?.Length > Post.TitleMaxLength)
        {
            return PostsErrors.TitleTooLong.For("title");
        }

        await db.Drafts.Where(d => d.Id == id && d.OwnerId == accountId).ExecuteUpdateAsync(set => set.SetProperty(d => d.Title, title), cancel);
        return await read.FindAsync(accountId, id, cancel);
    }

    /// <summary>Does one thing to several drafts.</summary>
    public async Task<Outcome<ArrangedDrafts>> RunAsync(Guid accountId, ArrangeDraftsRequest request, CancellationToken cancel)
    {
        if (request.Ids.Count is < 1 or > MaxAtOnce)
        {
            return DraftsErrors.SelectionInvalid.For("ids");
        }

        if (request is { Action: DraftAction.Move, FolderId: Guid folder } && !await db.DraftFolders.AnyAsync(f => f.Id == folder && f.OwnerId == accountId, cancel))
        {
            return DraftsErrors.FolderNotFound.For("folderId");
        }

        Guid[] asked = [.. request.Ids.Distinct()];
        List<Guid> mine = await db.Drafts.Where(d => d.OwnerId == accountId && asked.Contains(d.Id)).Select(d => d.Id).ToListAsync(cancel);
        IQueryable<Draft> drafts = db.Drafts.Where(d => mine.Contains(d.Id));
        switch (request.Action)
        {
            case DraftAction.Delete:
                foreach (Guid id in mine)
                {
                    await delete.RunAsync(accountId, id, cancel);
                }

                break;
            case DraftAction.Move:
                await drafts.ExecuteUpdateAsync(set => set.SetProperty(d => d.FolderId, request.FolderId), cancel);
                break;
            case DraftAction.MarkRead:
                DateTimeOffset now = time.GetUtcNow();
                await drafts.Where(d => d.ReadAt == null).ExecuteUpdateAsync(set => set.SetProperty(d => d.ReadAt, now), cancel);
                await notifications.OfDraftsAsync(accountId, mine, cancel);
                break;
            case DraftAction.MarkUnread:
                await drafts.ExecuteUpdateAsync(set => set.SetProperty(d => d.ReadAt, (DateTimeOffset?)null), cancel);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(request), request.Action, "An action that drafts do not know.");
        }

        return new ArrangedDrafts(mine);
    }
}

using Lucarne.Safety.Text;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Posts;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Messages;

/// <summary>What to write in a room.</summary>
/// <param name="Text">At most 2,000 characters, with mentions, links and tags; may be empty beside a post.</param>
/// <param name="PostId">A post to share; null for none.</param>
public sealed record SendMessageRequest(string Text = "", Guid? PostId = null);

/// <summary>Writes in a room, and tells its accounts in the same transaction.</summary>
internal sealed class SendMessage(LucarneContext db, RoomEvents events, TimeProvider time)
{
    /// <summary>Messages that someone who has not accepted gets.</summary>
    public const int MessagesOfRequest = 3;

    public async Task<Outcome<MessageView>> RunAsync(Guid accountId, Guid roomId, SendMessageRequest request, CancellationToken cancel)
    {
        if (!Clean(request.Text, mayBeEmpty: request.PostId is not null).TryGet(out string? text, out Problem? problem))
        {
            return problem;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // First, for its lock: what is written in one room is written one after the other.
        await db.Rooms.Where(r => r.Id == roomId).ExecuteUpdateAsync(set => set.SetProperty(r => r.LastMessageAt, r => r.LastMessageAt), cancel);
        if (await MessageQueries.FindPlaceAsync(db, accountId, roomId, cancel) is not { } place)
        {
            return MessagesErrors.RoomNotFound;
        }

        if (await RefuseAsync(place, cancel) is { } refused)
        {
            return refused;
        }

        if (request.PostId is Guid postId && !await PostQueries.VisibleTo(db, accountId).AnyAsync(p => p.Id == postId, cancel))
        {
            return PostsErrors.PostNotFound.For("postId");
        }

        DateTimeOffset now = time.GetUtcNow();
        Message message = new() { Id = Guid.CreateVersion7(now), RoomId = roomId, AuthorId = accountId, Kind = MessageKind.Text, Text = text, PostId = request.PostId, CreatedAt = now };
        db.Messages.Add(message);
        await events.AddMessageAsync(message, push: true, cancel);
        await db.SaveChangesAsync(cancel);
        await db.Rooms.Where(r => r.Id == roomId).ExecuteUpdateAsync(set => set.SetProperty(r => r.LastMessageAt, now).SetProperty(r => r.LastMessageId, message.Id), cancel);
        await db.RoomMembers.Where(m => m.RoomId == roomId && m.AccountId == accountId).ExecuteUpdateAsync(set => set.SetProperty(m => m.ReadUpTo, message.Id), cancel);
        await transaction.CommitAsync(cancel);
        return (await MessageQueries.DescribeAsync(db, [message], accountId, cancel))[0];
    }

    /// <summary>The text as it is kept, or why it can't be.</summary>
    internal static Outcome<string> Clean(string typed, bool mayBeEmpty) => TextHygiene.CleanParagraphs(typed) switch
    {
        { Length: 0 } when !mayBeEmpty => MessagesErrors.MessageEmpty.For("text"),
        { Length: > Message.TextMaxLength } => MessagesErrors.MessageTooLong.For("text"),
        string text => text,
    };

    private async Task<Problem?> RefuseAsync(RoomMember place, CancellationToken cancel)
    {
        if (place.State == RoomMemberState.Invited)
        {
            return MessagesErrors.RequestUnanswered;
        }

        if (!await db.Rooms.AnyAsync(r => r.Id == place.RoomId && r.PairKey != null, cancel))
        {
            return null;
        }

        var other = await db.RoomMembers.Where(m => m.RoomId == place.RoomId && m.AccountId != place.AccountId)
            .Select(m => new { m.State, Open = db.Accounts.Any(a => a.Id == m.AccountId && a.ClosedAt == null && a.SuspendedAt == null) }).SingleOrDefaultAsync(cancel);
        if (other is not { Open: true })
        {
            return MessagesErrors.RoomClosed;
        }

        return other.State != RoomMemberState.Member && await db.Messages.CountAsync(x => x.RoomId == place.RoomId && x.AuthorId == place.AccountId, cancel) >= MessagesOfRequest
            ? MessagesErrors.RequestPending
            : null;
    }
}

using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Messages;

/// <summary>A message's new text.</summary>
/// <param name="Text">At most 2,000 characters; may be empty beside a post.</param>
public sealed record EditMessageRequest(string Text);

/// <summary>Changes one's own message for a quarter of an hour, or takes it back at any time.</summary>
internal sealed class ChangeMessage(LucarneContext db, RoomEvents events, TimeProvider time)
{
    public async Task<Outcome<MessageView>> EditAsync(Guid accountId, Guid id, EditMessageRequest request, CancellationToken cancel)
    {
        if (await FindOwnAsync(accountId, id, cancel) is not { } message)
        {
            return MessagesErrors.MessageNotFound;
        }

        if (!SendMessage.Clean(request.Text, mayBeEmpty: message.PostId is not null).TryGet(out string? text, out Problem? problem))
        {
            return problem;
        }

        DateTimeOffset now = time.GetUtcNow();
        if (now - message.CreatedAt > Message.EditableFor)
        {
            return MessagesErrors.MessageEditLate;
        }

        if (message.Text != text)
        {
            (message.Text, message.EditedAt) = (text, now);
            await events.AddMessageAsync(message, push: false, cancel);
            await db.SaveChangesAsync(cancel);
        }

        return (await MessageQueries.DescribeAsync(db, [message], accountId, cancel))[0];
    }

    /// <summary>The tombstone, or <see cref="MessagesErrors.MessageNotFound"/>.</summary>
    public async Task<Outcome<MessageView>> DeleteAsync(Guid accountId, Guid id, CancellationToken cancel)
    {
        if (await FindOwnAsync(accountId, id, cancel) is not { } message)
        {
            return MessagesErrors.MessageNotFound;
        }

        (message.Text, message.PostId, message.EditedAt, message.DeletedAt) = ("", null, null, time.GetUtcNow());
        await events.AddMessageAsync(message, push: false, cancel);
        await db.SaveChangesAsync(cancel);
        return (await MessageQueries.DescribeAsync(db, [message], accountId, cancel))[0];
    }

    private Task<Message?> FindOwnAsync(Guid accountId, Guid id, CancellationToken cancel)
        => MessageQueries.ReadableBy(db, accountId).SingleOrDefaultAsync(x => x.Id == id && x.AuthorId == accountId && x.Kind == MessageKind.Text && x.DeletedAt == null, cancel);
}

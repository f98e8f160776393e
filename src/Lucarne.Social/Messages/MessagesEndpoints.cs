using System.ComponentModel;
using System.Security.Claims;
using Lucarne.Social.Accounts;
using Lucarne.Social.Http;
using Lucarne.Social.Posts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lucarne.Social.Messages;

/// <summary>The doors of rooms and messages. To an account that is not in a room, it does not exist.</summary>
internal static class MessagesEndpoints
{
    public static void AddMessages(this IServiceCollection services)
    {
        services.AddScoped<MessagePolicy>();
        services.AddScoped<RoomEvents>();
        services.AddScoped<OpenRoom>();
        services.AddScoped<ReadRooms>();
        services.AddScoped<SendMessage>();
        services.AddScoped<ChangeMessage>();
        services.AddScoped<ChangeRoom>();
    }

    public static void MapMessages(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder messages = api.MapGroup("").WithTags("Messages").RequireAuthorization();
        MapReading(messages);
        MapWriting(messages);
        MapRooms(messages);
    }

    private static void MapReading(RouteGroupBuilder messages)
    {
        messages.MapGet("/rooms", async Task<Results<Ok<Page<RoomView>>, ProblemResult>> (
                [Description("inbox (the default) or requests: rooms that someone asks to open, who may not write unasked.")] string? folder,
                [Description("Where to go on: next of the page before.")] string? cursor,
                [Description("Number of rooms, 1 to 100; 20 when absent.")] int? limit,
                ReadRooms read, ClaimsPrincipal user, CancellationToken cancel)
                => (await read.ListAsync(user.AccountId(), folder, cursor, limit, cancel)).Answer(TypedResults.Ok))
            .Named("listRooms", "The account's rooms, the last written to first. A room for two shows once something is written there.")
            .Refuses(MessagesErrors.FolderUnknown, HttpErrors.CursorInvalid, HttpErrors.LimitInvalid);

        messages.MapGet("/rooms/people", async Task<Ok<IReadOnlyList<ReachablePersonView>>> (
                [Description("How a handle or name begins; without it, people whom the account follows or who follow it.")] string? query,
                ReadRooms read, ClaimsPrincipal user, CancellationToken cancel)
                => TypedResults.Ok(await read.FindPeopleAsync(user.AccountId(), query, cancel)))
            .Named("findPeopleToMessage", "People to write to, 10 at most, with what their settings say.");

        messages.MapGet("/rooms/{id:guid}", async Task<Results<Ok<RoomView>, ProblemResult>> (Guid id, ReadRooms read, ClaimsPrincipal user, CancellationToken cancel)
                => (await read.FindAsync(user.AccountId(), id, cancel)).Answer(TypedResults.Ok))
            .Named("readRoom", "One of the account's rooms.")
            .Refuses(MessagesErrors.RoomNotFound);

        messages.MapGet("/rooms/{id:guid}/messages", async Task<Results<Ok<Page<MessageView>>, ProblemResult>> (
                Guid id,
                [Description("Where to go on: next of the page before.")] string? cursor,
                [Description("Number of messages, 1 to 100; 20 when absent.")] int? limit,
                ReadRooms read, ClaimsPrincipal user, CancellationToken cancel)
                => (await read.ListMessagesAsync(user.AccountId(), id, cursor, limit, cancel)).Answer(TypedResults.Ok))
            .Named("listMessages", "What was written in a room since the account came, newest first.")
            .Refuses(MessagesErrors.RoomNotFound, HttpErrors.CursorInvalid, HttpErrors.LimitInvalid);
    }

    private static void MapWriting(RouteGroupBuilder messages)
    {
        messages.MapPost("/rooms/{id:guid}/messages", async Task<Results<Created<MessageView>, ProblemResult>> (Guid id, SendMessageRequest body, SendMessage send, ClaimsPrincipal user, CancellationToken cancel)
                => (await send.RunAsync(user.AccountId(), id, body, cancel)).Answer(message => TypedResults.Created($"/api/rooms/{id}/messages", message)))
            .Named("sendMessage", "Writes in a room, or shares a post there: each reader sees its card only where they may open it. Repeat with the same Idempotency-Key when no answer came.")
            .Refuses(MessagesErrors.RoomNotFound, PostsErrors.PostNotFound, MessagesErrors.MessageEmpty, MessagesErrors.MessageTooLong,
                MessagesErrors.RequestUnanswered, MessagesErrors.RequestPending, MessagesErrors.RoomClosed)
            .Costs(5);

        messages.MapPut("/messages/{id:guid}", async Task<Results<Ok<MessageView>, ProblemResult>> (Guid id, EditMessageRequest body, ChangeMessage change, ClaimsPrincipal user, CancellationToken cancel)
                => (await change.EditAsync(user.AccountId(), id, body, cancel)).Answer(TypedResults.Ok))
            .Named("editMessage", "Changes one's own message, for 15 minutes.")
            .Refuses(MessagesErrors.MessageNotFound, MessagesErrors.MessageEmpty, MessagesErrors.MessageTooLong, MessagesErrors.MessageEditLate)
            .Costs(5);

        messages.MapDelete("/messages/{id:guid}", async Task<Results<Ok<MessageView>, ProblemResult>> (Guid id, ChangeMessage change, ClaimsPrincipal user, CancellationToken cancel)
                => (await change.DeleteAsync(user.AccountId(), id, cancel)).Answer(TypedResults.Ok))
            .Named("deleteMessage", "Takes one's own message back, for everyone; its place stays.")
            .Refuses(MessagesErrors.MessageNotFound)
            .Costs(5);
    }

    private static void MapRooms(RouteGroupBuilder messages)
    {
        messages.MapPost("/rooms", async Task<Results<Ok<RoomView>, Created<RoomView>, ProblemResult>> (OpenRoomRequest body, OpenRoom open, ClaimsPrincipal user, CancellationToken cancel)
                => (await open.RunAsync(user.AccountId(), body, cancel)).TryGet(out var opened, out Problem? problem)
                    ? opened.Opened ? TypedResults.Created($"/api/rooms/{opened.Room.Id}", opened.Room) : TypedResults.Ok(opened.Room)
                    : new ProblemResult(problem))
            .Named("openRoom", "Opens a group, or the room of two people, which they have once. Whoever may not be written to unasked is asked.")
            .Refuses(MessagesErrors.PersonNotFound, MessagesErrors.PersonRefuses, MessagesErrors.RoomSizeInvalid, MessagesErrors.RoomNameInvalid, MessagesErrors.TooManyInvitations)
            .Costs(10);

        messages.MapPost("/rooms/{id:guid}/accept", async Task<Results<Ok<RoomView>, ProblemResult>> (Guid id, ChangeRoom change, ClaimsPrincipal user, CancellationToken cancel)
                => (await change.AnswerAsync(user.AccountId(), id, accept: true, cancel)).Answer(TypedResults.Ok))
            .Named("acceptRoom", "Accepts a request: the room moves to the inbox.")
            .Refuses(MessagesErrors.RoomNotFound, MessagesErrors.RequestNotFound)
            .Costs(2);

        messages.MapPost("/rooms/{id:guid}/decline", async Task<Results<Ok<RoomView>, ProblemResult>> (Guid id, ChangeRoom change, ClaimsPrincipal user, CancellationToken cancel)
                => (await change.AnswerAsync(user.AccountId(), id, accept: false, cancel)).Answer(TypedResults.Ok))
            .Named("declineRoom", "Declines a request; who asked is not told.")
            .Refuses(MessagesErrors.RoomNotFound, MessagesErrors.RequestNotFound)
            .Costs(2);

        messages.MapPost("/rooms/{id:guid}/read", async Task<Results<Ok<RoomView>, ProblemResult>> (Guid id, ReadRoomRequest body, ChangeRoom change, ClaimsPrincipal user, CancellationToken cancel)
                => (await change.ReadAsync(user.AccountId(), id, body, cancel)).Answer(TypedResults.Ok))
            .Named("markRoomRead", "Notes how far the account has read.")
            .Refuses(MessagesErrors.RoomNotFound, MessagesErrors.MessageNotFound);

        messages.MapPut("/rooms/{id:guid}/mute", async Task<Results<Ok<RoomView>, ProblemResult>> (Guid id, MuteRoomRequest body, ChangeRoom change, ClaimsPrincipal user, CancellationToken cancel)
                => (await change.MuteAsync(user.AccountId(), id, body.Muted, cancel)).Answer(TypedResults.Ok))
            .Named("muteRoom", "Mutes a room, or ends it: what is written there is no longer counted or pushed.")
            .Refuses(MessagesErrors.RoomNotFound);

        messages.MapPut("/rooms/{id:guid}/name", async Task<Results<Ok<RoomView>, ProblemResult>> (Guid id, RenameRoomRequest body, ChangeRoom change, ClaimsPrincipal user, CancellationToken cancel)
                => (await change.RenameAsync(user.AccountId(), id, body, cancel)).Answer(TypedResults.Ok))
            .Named("renameRoom", "Gives a group another name.")
            .Refuses(MessagesErrors.RoomNotFound, MessagesErrors.RoomNameInvalid, MessagesErrors.RoomIsPair, MessagesErrors.RequestUnanswered)
            .Costs(5);

        messages.MapPost("/rooms/{id:guid}/members", async Task<Results<Ok<RoomView>, ProblemResult>> (Guid id, AddToRoomRequest body, ChangeRoom change, ClaimsPrincipal user, CancellationToken cancel)
                => (await change.AddAsync(user.AccountId(), id, body, cancel)).Answer(TypedResults.Ok))
            .Named("addToRoom", "Brings people into a group; they read what is written from then on.")
            .Refuses(MessagesErrors.RoomNotFound, MessagesErrors.PersonNotFound, MessagesErrors.PersonRefuses, MessagesErrors.RoomSizeInvalid,
                MessagesErrors.RoomFull, MessagesErrors.RoomIsPair, MessagesErrors.RequestUnanswered, MessagesErrors.TooManyInvitations)
            .Costs(10);

        messages.MapDelete("/rooms/{id:guid}/members/me", async Task<Results<NoContent, ProblemResult>> (Guid id, ChangeRoom change, ClaimsPrincipal user, CancellationToken cancel)
                => await change.LeaveAsync(user.AccountId(), id, cancel) is { } problem ? new ProblemResult(problem) : TypedResults.NoContent())
            .Named("leaveRoom", "Leaves a group.")
            .Refuses(MessagesErrors.RoomNotFound, MessagesErrors.RoomIsPair, MessagesErrors.RequestUnanswered)
            .Costs(5);
    }
}

using System.ComponentModel;
using System.Security.Claims;
using Lucarne.Social.Accounts;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Notifications.Events;
using Lucarne.Social.Notifications.Push;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lucarne.Social.Notifications;

/// <summary>The doors of notifications and events.</summary>
internal static class NotificationsEndpoints
{
    public static void AddNotifications(this IServiceCollection services)
    {
        services.AddScoped<Notifier>();
        services.AddScoped<ReadNotifications>();
        services.AddScoped<MarkNotifications>();
        services.AddScoped<ChangeNotificationSettings>();
        services.AddSingleton<EventSignal>();
        services.AddSingleton<EventStreams>();
        services.AddSingleton<WatchEvents>();
        services.AddHostedService<EventPump>();
        services.AddScoped<SubscribeToPush>();
        services.AddSingleton<PushSender>();
        services.AddHostedService<PushWorker>();
        services.AddSingleton<EventSaveInterceptor>();
        services.AddSingleton<EventCommitInterceptor>();
        services.ConfigureDbContext<LucarneContext>(
            (provider, builder) => builder.AddInterceptors(provider.GetRequiredService<EventSaveInterceptor>(), provider.GetRequiredService<EventCommitInterceptor>()),
            ServiceLifetime.Singleton);
    }

    public static void MapNotifications(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder notifications = api.MapGroup("/notifications").WithTags("Notifications").RequireAuthorization();

        notifications.MapGet("", async Task<Results<Ok<Page<NotificationView>>, ProblemResult>> (
                [Description("Kinds separated by commas; all when absent.")] string? kind,
                [Description("Where to go on: next of the page before.")] string? cursor,
                [Description("Number of notifications, 1 to 100; 20 when absent.")] int? limit,
                ReadNotifications read, ClaimsPrincipal user, CancellationToken cancel)
                => (await read.ListAsync(user.AccountId(), kind, cursor, limit, cancel)).Answer(TypedResults.Ok))
            .Named("listNotifications", "What the account was told, newest first. Likes, follows and reposts of the same thing come as one.")
            .Refuses(NotificationsErrors.KindUnknown, HttpErrors.CursorInvalid, HttpErrors.LimitInvalid);

        notifications.MapGet("/counts", async Task<Ok<NotificationCountsView>> (LucarneContext db, ClaimsPrincipal user, CancellationToken cancel)
                => TypedResults.Ok(await ReadNotifications.CountAsync(db, user.AccountId(), cancel)))
            .Named("countNotifications", "How many notifications are unread, of each kind.");

        notifications.MapPost("/{id:guid}/read", async Task<Results<Ok<NotificationCountsView>, ProblemResult>> (Guid id, MarkNotifications mark, ClaimsPrincipal user, CancellationToken cancel)
                => (await mark.OneAsync(user.AccountId(), id, cancel)).Answer(TypedResults.Ok))
            .Named("markNotificationRead", "Notes that a notification, with those shown as one with it, has been seen; answers with what is left unread.")
            .Refuses(NotificationsErrors.NotificationNotFound);

        notifications.MapPost("/read", async Task<Results<Ok<NotificationCountsView>, ProblemResult>> (MarkNotificationsRequest body, MarkNotifications mark, ClaimsPrincipal user, CancellationToken cancel)
                => (await mark.AllAsync(user.AccountId(), body, cancel)).Answer(TypedResults.Ok))
            .Named("markNotificationsRead", "Notes that all notifications, or all of some kinds, have been seen; answers with what is left unread.")
            .Refuses(NotificationsErrors.KindUnknown);

        notifications.MapGet("/settings", async Task<Ok<IReadOnlyList<NotificationSettingView>>> (ChangeNotificationSettings settings, ClaimsPrincipal user, CancellationToken cancel)
                => TypedResults.Ok(await settings.ReadAsync(user.AccountId(), cancel)))
            .Named("readNotificationSettings", "Of what the account is told, and where: one entry for each kind.");

        notifications.MapPut("/settings", async Task<Ok<IReadOnlyList<NotificationSettingView>>> (NotificationSettingView body, ChangeNotificationSettings settings, ClaimsPrincipal user, CancellationToken cancel)
                => TypedResults.Ok(await settings.ChangeAsync(user.AccountId(), body, cancel)))
            .Named("changeNotificationSetting", "Changes where the account is told of one kind of thing.");

        api.MapGet("/unread", async Task<Ok<UnreadView>> (LucarneContext db, ClaimsPrincipal user, CancellationToken cancel)
                => TypedResults.Ok(await UnreadView.CountAsync(db, user.AccountId(), cancel)))
            .Named("countUnread", "What is unread: notifications, rooms, requests. For pages that can't listen to events.")
            .WithTags("Notifications")
            .RequireAuthorization();

        MapPush(api.MapGroup("/push").WithTags("Notifications").RequireAuthorization());

        api.MapGet("/events", Results<ServerSentEventsResult<AccountEventView>, ProblemResult> (
                [FromHeader(Name = "Last-Event-ID")][Description("The last id that was heard; what came after it is sent first. Sent by browsers that reconnect.")] string? lastEventId,
                [Description("The same for a client that can't set the header; the header wins.")] string? after,
                EventStreams streams, WatchEvents watch, ClaimsPrincipal user, CancellationToken cancel)
                => streams.Open(user.AccountId()) is { } stream
                    ? TypedResults.ServerSentEvents(watch.RunAsync(stream, user.FindSessionId(), lastEventId ?? after, cancel))
                    : new ProblemResult(NotificationsErrors.TooManyStreams))
            .Named("watchEvents", "What happens to the account, by server-sent events, for as long as the page is open: notification, message, room, counts, reset, heartbeat. docs/http-api.md tells how to resume.")
            .WithTags("Notifications")
            .Refuses(NotificationsErrors.TooManyStreams)
            .RequireAuthorization();
    }

    private static void MapPush(RouteGroupBuilder push)
    {
        push.MapGet("", async Task<Ok<PushView>> (SubscribeToPush subscribe, ClaimsPrincipal user, CancellationToken cancel)
                => TypedResults.Ok(await subscribe.ReadAsync(user.FindSessionId(), cancel)))
            .Named("readPush", "Whether this installation sends to devices, the key to subscribe with, and whether this browser has subscribed.");

        push.MapPut("/subscription", async Task<Results<Ok<PushView>, ProblemResult>> (PushSubscriptionRequest body, SubscribeToPush subscribe, ClaimsPrincipal user, CancellationToken cancel)
                => (await subscribe.SubscribeAsync(user.AccountId(), user.SessionId(), body, cancel)).Answer(TypedResults.Ok))
            .Named("subscribeToPush", "Subscribes this session's browser; the subscription ends with the session.")
            .Refuses(NotificationsErrors.PushNotOffered, NotificationsErrors.PushSubscriptionInvalid)
            .Costs(5);

        push.MapDelete("/subscription", async Task<Ok<PushView>> (SubscribeToPush subscribe, ClaimsPrincipal user, CancellationToken cancel)
                => TypedResults.Ok(await subscribe.UnsubscribeAsync(user.SessionId(), cancel)))
            .Named("unsubscribeFromPush", "Ends this browser's subscription. Doing so twice is no error.");
    }
}

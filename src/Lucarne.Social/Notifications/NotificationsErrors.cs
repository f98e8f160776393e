using Lucarne.Social.Http;

namespace Lucarne.Social.Notifications;

/// <summary>Refusals of notifications, events and push.</summary>
public static class NotificationsErrors
{
    public static readonly Problem NotificationNotFound = new(404, "notification_not_found", "There is no such notification", "It may be older than what is kept.");

    public static readonly Problem KindUnknown = new(400, "notification_kind_unknown", "There is no such kind of notification", "Ask for the kinds that /api/notifications/settings lists, separated by commas.");

    public static readonly Problem PushNotOffered = new(409, "push_not_offered", "This installation sends nothing to devices", "Its operator has set no keys for web push.");

    public static readonly Problem PushSubscriptionInvalid = new(400, "push_subscription_invalid", "This subscription can't be used",
        "Send what PushSubscription.toJSON() gives: an https endpoint on the public internet, and both keys in base64url.");

    public static readonly Problem TooManyStreams = new(429, "too_many_streams", "Too many pages listen", "This account has 10 event streams open. Close some pages, or read /api/unread from time to time instead.") { RetryAfterSeconds = 60 };
}

using Lucarne.Social.Accounts;

namespace Lucarne.Social.Notifications.Push;

/// <summary>The words of push messages: a device shows them without asking the server again.</summary>
internal static class PushText
{
    /// <summary>The line of a notification in the account's language.</summary>
    /// <param name="notification">What happened.</param>
    /// <param name="locale"><c>en</c> or <c>fr</c>.</param>
    public static string Of(NotificationView notification, string locale)
    {
        bool french = locale == "fr";
        bool many = notification.ActorCount > 1;
        string who = Who(notification.Actors, notification.ActorCount, french);
        return notification.Kind switch
        {
            NotificationKind.Follow => french ? $"{who} {(many ? "vous suivent" : "vous suit")}" : $"{who} followed you",
            NotificationKind.Like => french ? $"{who} {(many ? "aiment" : "aime")} votre film" : $"{who} liked your film",
            NotificationKind.Comment => french ? $"{who} a commenté votre film" : $"{who} commented on your film",
            NotificationKind.Reply => french ? $"{who} vous a répondu" : $"{who} answered you",
            NotificationKind.Mention => french ? $"{who} vous a mentionné" : $"{who} mentioned you",
            NotificationKind.Remix => french ? $"{who} a remixé votre film" : $"{who} remixed your film",
            NotificationKind.Repost => french ? $"{who} {(many ? "ont" : "a")} repartagé votre film" : $"{who} reposted your film",
            NotificationKind.GenerationCompleted => french ? "Votre film est prêt" : "Your film is ready",
            NotificationKind.GenerationFailed => french ? "Un film n’a pas pu être fait" : "A film could not be made",
            NotificationKind.PostPublished => french ? "Votre film est publié" : "Your film is published",
            NotificationKind.ReportDecided => french ? "Votre signalement a été examiné" : "Your report was looked at",
            NotificationKind.ContentRemoved => french ? "Un de vos contenus a été retiré" : "Something of yours was removed",
            NotificationKind.CommentLike => french ? $"{who} {(many ? "aiment" : "aime")} votre commentaire" : $"{who} liked your comment",
            NotificationKind.ExportReady => french ? "Votre archive est prête" : "Your archive is ready",
            _ => french ? "Du nouveau" : "Something new",
        };
    }

    /// <summary>The line of a message that only shares a post.</summary>
    public static string OfSharedPost(string locale) => locale == "fr" ? "A partagé un film" : "Shared a film";

    /// <summary>Where a notification leads, as a path.</summary>
    public static string UrlOf(NotificationView notification) => notification switch
    {
        { Kind: NotificationKind.Follow, Actors: [AuthorView follower] } => $"/@{follower.Handle}",
        { Post: { } post, CommentId: Guid comment } => $"/post/{post.Id}?comment={comment}",
        { Post: { } post } => $"/post/{post.Id}",
        { Kind: NotificationKind.ExportReady } => "/settings/data",
        { DraftId: Guid draft } => $"/drafts/{draft}",
        _ => "/notifications",
    };

    private static string Who(IReadOnlyList<AuthorView> actors, int count, bool french) => (actors, count) switch
    {
        ([], _) => french ? "Quelqu’un" : "Someone",
        ([AuthorView first, ..], 1) => first.DisplayName,
        ([AuthorView first, AuthorView second, ..], 2) => french ? $"{first.DisplayName} et {second.DisplayName}" : $"{first.DisplayName} and {second.DisplayName}",
        ([AuthorView first, ..], _) => french ? $"{first.DisplayName} et {count - 1} autres" : $"{first.DisplayName} and {count - 1} others",
    };
}

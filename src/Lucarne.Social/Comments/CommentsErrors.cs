using Lucarne.Social.Http;

namespace Lucarne.Social.Comments;

/// <summary>Refusals of comments.</summary>
public static class CommentsErrors
{
    public static readonly Problem CommentNotFound = new(404, "comment_not_found", "There is no such comment", "It may have been deleted or hidden.");

    public static readonly Problem CommentEmpty = new(400, "comment_empty", "The comment is empty", "Write 1 to 1,000 visible characters.");

    public static readonly Problem CommentTooLong = new(400, "comment_too_long", "The comment is too long", "Use at most 1,000 characters.");

    public static readonly Problem CommentsClosed = new(403, "comments_closed", "Comments are closed", "The author of this post takes no comments on it.");

    public static readonly Problem CommentsForFollowers = new(403, "comments_for_followers", "Only followers may comment", "Follow the author of this post to comment on it.");

    public static readonly Problem CommentsSlowed = new(429, "comments_slowed", "Comments are slowed down", "The author of this post asks for a pause between two comments. Wait for the number of seconds in Retry-After.");

    public static readonly Problem OrderUnknown = new(400, "comment_order_unknown", "There is no such order", "Ask for order=best or order=newest.");

    public static readonly Problem SlowSecondsInvalid = new(400, "slow_seconds_invalid", "This pause can't be used", "Choose 0 to 3,600 seconds.");

    public static readonly Problem CommentRemoved = new(409, "comment_removed", "An administrator took this comment away", "Only an administrator can bring it back.");

    public static readonly Problem CommentNotPinnable = new(409, "comment_not_pinnable", "This comment can't be pinned", "Pin a comment on the post itself that is neither deleted nor hidden.");
}

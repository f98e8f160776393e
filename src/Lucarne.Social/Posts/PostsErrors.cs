using Lucarne.Social.Http;

namespace Lucarne.Social.Posts;

/// <summary>Refusals of posts.</summary>
public static class PostsErrors
{
    public static readonly Problem PostNotFound = new(404, "post_not_found", "There is no such post", "Its author may have deleted it.");

    public static readonly Problem TitleTooLong = new(400, "title_too_long", "The title is too long", "Use at most 100 characters.");

    public static readonly Problem CaptionTooLong = new(400, "caption_too_long", "The caption is too long", "Use at most 2000 characters.");

    public static readonly Problem AltTextTooLong = new(400, "alt_text_too_long", "The alternative text is too long", "Use at most 1000 characters.");

    public static readonly Problem RemixNotAllowed = new(403, "remix_not_allowed", "This post can't be remixed", "Its author keeps remixes to others, or to none. Start from a post of your own, or follow the author where that is asked for.");
}

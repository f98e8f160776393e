using Lucarne.Social.Http;

namespace Lucarne.Social.Profiles;

/// <summary>Refusals of profiles.</summary>
public static class ProfilesErrors
{
    public static readonly Problem AccountNotFound = new(404, "account_not_found", "There is no such account", "Check the handle. The account may have been closed, or does not want to be found.");

    public static readonly Problem BioTooLong = new(400, "bio_too_long", "The biography is too long", "Use at most 300 characters.");

    public static readonly Problem LocationTooLong = new(400, "location_too_long", "The place is too long", "Use at most 60 characters.");

    public static readonly Problem TooManyLinks = new(400, "too_many_links", "That are too many links", "A profile has at most 5 links.");

    public static readonly Problem LinkInvalid = new(400, "link_invalid", "This link can't be used", "Use a whole address that begins with https:// or http://, of at most 200 characters, without a user name in it.");

    public static readonly Problem HandleChangedTooOften = new(409, "handle_changed_too_often", "You have changed your handle too often", "A handle can be changed three times in 90 days. You can go back to one that you had.");

    public static readonly Problem PictureInvalid = new(400, "picture_invalid", "This picture can't be read", "Send a PNG, JPEG or WebP picture of at most 10 MB and 40 million pixels.");

    public static readonly Problem VideoNotFound = new(404, "video_not_found", "There is no such video", "Choose a finished video of your own. It may have been deleted.");

    public static readonly Problem MomentInvalid = new(400, "moment_invalid", "The video has no such moment", "Choose a moment between the video's start and its end.");

    public static readonly Problem LikesHidden = new(403, "likes_hidden", "These likes are not shown", "Its owner keeps to themselves which posts they like.");
}

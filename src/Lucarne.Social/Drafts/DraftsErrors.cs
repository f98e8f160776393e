using Lucarne.Social.Http;

namespace Lucarne.Social.Drafts;

/// <summary>Refusals of drafts.</summary>
public static class DraftsErrors
{
    public static readonly Problem DraftNotFound = new(404, "draft_not_found", "There is no such draft", "It may have been deleted, or be someone else's.");

    public static readonly Problem DraftNotFinished = new(409, "draft_not_finished", "This draft is not finished", "Only a draft whose video is completed can be published.");

    public static readonly Problem DraftAlreadyPublished = new(409, "draft_already_published", "This draft is already published", "Its post is in the feed and on your page.");
}

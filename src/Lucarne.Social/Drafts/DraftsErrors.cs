using Lucarne.Social.Http;

namespace Lucarne.Social.Drafts;

/// <summary>Refusals of drafts.</summary>
public static class DraftsErrors
{
    public static readonly Problem DraftNotFound = new(404, "draft_not_found", "There is no such draft", "It may have been deleted, or be someone else's.");

    public static readonly Problem DraftNotFinished = new(409, "draft_not_finished", "This draft is not finished", "Only a draft whose video is completed can be published.");

    public static readonly Problem DraftAlreadyPublished = new(409, "draft_already_published", "This draft is already published", "Its post is in the feed and on your page.");

    public static readonly Problem EditHasNoTakes = new(409, "edit_has_no_takes", "An edit has no other take", "It was put together from finished videos, and nothing in it is left to chance. Edit it anew, or reroll one of its clips.");

    public static readonly Problem NothingToRetry = new(409, "nothing_to_retry", "There is nothing to try again", "Only a draft that failed or was cancelled can be tried again; ask for another take instead.");

    public static readonly Problem SelectionInvalid = new(400, "selection_invalid", "This selection can't be used", "Choose 1 to 100 drafts.");

    public static readonly Problem FolderNotFound = new(404, "folder_not_found", "There is no such folder", "It may have been deleted.");

    public static readonly Problem FolderNameInvalid = new(400, "folder_name_invalid", "This name can't be used", "Use 1 to 60 visible characters.");

    public static readonly Problem FolderNameTaken = new(409, "folder_name_taken", "You have a folder of this name", "Choose another name.");

    public static readonly Problem TooManyFolders = new(409, "too_many_folders", "You have enough folders", "Delete one that you don't need first.");

    public static readonly Problem FilterInvalid = new(400, "filter_invalid", "This filter can't be used", "Use at most 200 characters to search, a status that a generation can have, and portrait, landscape or square.");
}

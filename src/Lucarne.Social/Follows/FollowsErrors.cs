using Lucarne.Social.Http;

namespace Lucarne.Social.Follows;

/// <summary>Refusals of following, blocking and muting.</summary>
public static class FollowsErrors
{
    public static readonly Problem NotYourself = new(400, "not_yourself", "That is you", "Following, blocking and muting are for other accounts.");

    public static readonly Problem AccountBlocked = new(409, "account_blocked", "You block this account", "Unblock it first, then follow it.");

    public static readonly Problem TooManyFollowed = new(409, "too_many_followed", "You follow as many as one can", "An account follows at most 5000 others. Unfollow someone first.");

    public static readonly Problem MuteInvalid = new(400, "mute_invalid", "This mute can't be set", "Choose 1 to 8760 hours, or leave the hours out for a mute that lasts.");

    public static readonly Problem MutedWordInvalid = new(400, "muted_word_invalid", "This word can't be muted", "Type 1 to 50 characters with at least one letter, digit or symbol.");

    public static readonly Problem TooManyMutedWords = new(409, "too_many_muted_words", "You mute as many words as one can", "An account mutes at most 100 words. Remove one first.");

    public static readonly Problem MutedWordNotFound = new(404, "muted_word_not_found", "There is no such muted word", "It may have ended, or been removed on another device.");
}

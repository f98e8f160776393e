using System.Text.Json;
using Lucarne.Social.Feed;
using Lucarne.Social.Moderation;
using Lucarne.Social.Notifications;
using Lucarne.Social.Posts;
using Lucarne.Social.Watching;

namespace Lucarne.Social.Exports;

// The rows of an archive, continued: what an account has kept, said, chosen and watched.

/// <summary>An earlier text of a post.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="PostId">The post.</param>
/// <param name="Title">The title that was.</param>
/// <param name="Caption">The caption that was.</param>
/// <param name="AltText">The alternative text that was.</param>
/// <param name="WrittenAt">When this text was written.</param>
internal sealed record RevisionRecord(Guid Id, Guid PostId, string? Title, string? Caption, string? AltText, DateTimeOffset WrittenAt);

/// <summary>Captions of one's own post in one language.</summary>
/// <param name="PostId">The post.</param>
/// <param name="Language">Language tag (BCP 47) in lower case.</param>
/// <param name="Text">The WebVTT file.</param>
/// <param name="UpdatedAt">When it was last written.</param>
internal sealed record CaptionsRecord(Guid PostId, string Language, string Text, DateTimeOffset UpdatedAt);

/// <summary>A folder of drafts.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="Name">Its name.</param>
/// <param name="CreatedAt">When it was made.</param>
internal sealed record FolderRecord(Guid Id, string Name, DateTimeOffset CreatedAt);

/// <summary>When and how a draft will be published.</summary>
/// <param name="DraftId">The draft.</param>
/// <param name="PublishAt">When.</param>
/// <param name="Title">One line.</param>
/// <param name="Caption">Text under the video.</param>
/// <param name="AltText">What is seen.</param>
/// <param name="Visibility">Who will find it.</param>
/// <param name="RemixAudience">Who will be able to remix it.</param>
/// <param name="CommentAudience">Who will be able to comment on it.</param>
/// <param name="FailureCode">What stopped the publication at its time; null while it is still to come.</param>
/// <param name="DownloadAudience">Who will be able to download it; everyone where an older archive does not say.</param>
internal sealed record ScheduleRecord(
    Guid DraftId, DateTimeOffset PublishAt, string? Title, string? Caption, string? AltText, Visibility Visibility, Audience RemixAudience, Audience CommentAudience, string? FailureCode,
    Audience DownloadAudience = Audience.Everyone);

/// <summary>A sound that one uploaded.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="Name">Name for people.</param>
/// <param name="File">Its name in the archive.</param>
/// <param name="Seconds">Length.</param>
/// <param name="SizeBytes">Its length in bytes.</param>
/// <param name="CreatedAt">When it was uploaded.</param>
internal sealed record SoundRecord(Guid Id, string Name, string File, double Seconds, long SizeBytes, DateTimeOffset CreatedAt);

/// <summary>A picture that one gave for films to start from.</summary>
/// <param name="Id">UUIDv7; generations name theirs.</param>
/// <param name="Name">Name for people; empty for none.</param>
/// <param name="File">Its name in the archive.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="SizeBytes">Its length in bytes.</param>
/// <param name="ConfirmedAt">When one confirmed to hold the rights to it, and that the people in it consent.</param>
internal sealed record FirstImageRecord(Guid Id, string Name, string File, int Width, int Height, long SizeBytes, DateTimeOffset ConfirmedAt);

/// <summary>A comment that one wrote.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="PostId">The post that it stands under.</param>
/// <param name="PostHandle">That post's author.</param>
/// <param name="ParentId">The comment that it answers; null for one on the post itself.</param>
/// <param name="ThreadId">The comment that opened its thread.</param>
/// <param name="Text">What it says.</param>
/// <param name="CreatedAt">When it was written.</param>
/// <param name="EditedAt">When its text was last changed.</param>
/// <param name="Likes">Number of likes.</param>
internal sealed record CommentRecord(
    Guid Id, Guid PostId, string PostHandle, Guid? ParentId, Guid ThreadId, string Text, DateTimeOffset CreatedAt, DateTimeOffset? EditedAt, int Likes);

/// <summary>A post that one keeps, or shows to one's followers.</summary>
/// <param name="PostId">The post.</param>
/// <param name="Handle">Its author.</param>
/// <param name="CreatedAt">Since when.</param>
internal sealed record KeptPostRecord(Guid PostId, string Handle, DateTimeOffset CreatedAt);

/// <summary>A comment that one likes.</summary>
/// <param name="CommentId">The comment.</param>
/// <param name="CreatedAt">Since when.</param>
internal sealed record CommentLikeRecord(Guid CommentId, DateTimeOffset CreatedAt);

/// <summary>A collection of posts.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it is about.</param>
/// <param name="IsPublic">True where everyone may open it.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="PostIds">Its posts in their order.</param>
internal sealed record CollectionRecord(Guid Id, string Name, string? Description, bool IsPublic, DateTimeOffset CreatedAt, IReadOnlyList<Guid> PostIds);

/// <summary>A word or phrase that one mutes.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Until">When it ends by itself; null for never.</param>
/// <param name="CreatedAt">Since when.</param>
internal sealed record MutedWordRecord(string Text, DateTimeOffset? Until, DateTimeOffset CreatedAt);

/// <summary>A wish for the feed: to see less of something, or a mood.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="PostId">The post that it was said of.</param>
/// <param name="Words">Words to see less of, or to see now.</param>
/// <param name="CreatedAt">When it was said.</param>
/// <param name="ExpiresAt">When it ends by itself.</param>
internal sealed record SteerRecord(SteerKind Kind, Guid? PostId, string? Words, DateTimeOffset CreatedAt, DateTimeOffset ExpiresAt);

/// <summary>A stretch of watching; kept for 90 days.</summary>
/// <param name="PostId">What was watched.</param>
/// <param name="Source">Where.</param>
/// <param name="WatchMs">Time that it played, in milliseconds.</param>
/// <param name="Loops">Times that it started again.</param>
/// <param name="Completion">Furthest point reached, 0 to 1.</param>
/// <param name="SeenAt">When it came into view.</param>
internal sealed record WatchRecord(Guid PostId, WatchSource Source, int WatchMs, int Loops, double Completion, DateTimeOffset SeenAt);

/// <summary>Where one wants to be told of a kind of thing; no row means everywhere.</summary>
/// <param name="Kind">Of what.</param>
/// <param name="OnPage">In the mailbox.</param>
/// <param name="Push">To the devices.</param>
internal sealed record NotificationSettingRecord(NotificationKind Kind, bool OnPage, bool Push);

/// <summary>A report that one sent.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="TargetKind">What kind of thing.</param>
/// <param name="TargetId">Its id.</param>
/// <param name="Reason">Which rule it is about.</param>
/// <param name="Note">What one added.</param>
/// <param name="CreatedAt">When it was sent.</param>
internal sealed record ReportRecord(Guid Id, ReportTargetKind TargetKind, Guid TargetId, ReportReason Reason, string? Note, DateTimeOffset CreatedAt);

/// <summary>What one has set for the comments under one's own post.</summary>
/// <param name="PostId">The post.</param>
/// <param name="PinnedId">The comment that stands first; null for none.</param>
/// <param name="SlowSeconds">Seconds that an account waits between two comments; 0 for none.</param>
internal sealed record CommentRulesRecord(Guid PostId, Guid? PinnedId, int SlowSeconds);

/// <summary>A room that one takes part in.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="Name">What a group is called; null for none.</param>
/// <param name="Handles">Its other members.</param>
/// <param name="Muted">True where one is not told of what is written.</param>
/// <param name="JoinedAt">Since when one takes part.</param>
internal sealed record RoomRecord(Guid Id, string? Name, IReadOnlyList<string> Handles, bool Muted, DateTimeOffset JoinedAt);

/// <summary>A row of an archive that was read into the account and that has no place on this installation; an import reads it as a row of its section.</summary>
/// <param name="Section">Its section.</param>
/// <param name="Origin">Address of the installation where it holds.</param>
/// <param name="Row">The row, as its section documents it.</param>
internal sealed record KeptRecord(string Section, string Origin, JsonElement Row);

/// <summary>An archive that was read into the account.</summary>
/// <param name="Origin">Where it was written.</param>
/// <param name="SourceAccountId">The account's id there.</param>
/// <param name="KeptHandles">Others that it named and that were not here when it was read, such as <c>follows @ada</c>.</param>
/// <param name="CreatedAt">When it was read.</param>
internal sealed record ImportedFromRecord(string Origin, Guid SourceAccountId, IReadOnlyList<string> KeptHandles, DateTimeOffset CreatedAt);

/// <summary>A message of a room that one takes part in, one's own and others', written since one came.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="RoomId">The room.</param>
/// <param name="Handle">Who wrote it.</param>
/// <param name="Mine">True for one's own.</param>
/// <param name="Text">What it says.</param>
/// <param name="PostId">The post that it shares.</param>
/// <param name="CreatedAt">When it was written.</param>
/// <param name="EditedAt">When its text was last changed.</param>
internal sealed record MessageRecord(Guid Id, Guid RoomId, string Handle, bool Mine, string Text, Guid? PostId, DateTimeOffset CreatedAt, DateTimeOffset? EditedAt);

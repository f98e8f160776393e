using System.Text.Json;
using Lucarne.Social.Feed;
using Lucarne.Social.Notifications;
using Lucarne.Social.Posts;
using Lucarne.Social.Reactions;
using Lucarne.Social.Settings;

namespace Lucarne.Social.Exports;

// The rows of an archive. Their members are the format, which docs/export-format.md documents field by field: a test compares the two.

/// <summary>What the archive is: <c>lucarne-export.json</c>.</summary>
/// <param name="Format">Always <c>lucarne-export</c>.</param>
/// <param name="Version">Version of the format, 1.</param>
/// <param name="Origin">Address of the installation that wrote it.</param>
/// <param name="InstallationName">Its name.</param>
/// <param name="AccountId">The account that it holds.</param>
/// <param name="Handle">Its handle.</param>
/// <param name="CreatedAt">When it was written.</param>
/// <param name="Sections">The documents, each a JSON array.</param>
/// <param name="Files">The media.</param>
/// <param name="Missing">Names of media that rows name and the installation no longer had.</param>
internal sealed record ExportManifest(
    string Format, int Version, string Origin, string InstallationName, Guid AccountId, string Handle, DateTimeOffset CreatedAt,
    IReadOnlyList<ExportedSection> Sections, IReadOnlyList<ExportedFile> Files, IReadOnlyList<string> Missing)
{
    /// <summary>Name of the manifest in the archive.</summary>
    public const string FileName = "lucarne-export.json";

    /// <summary>What <see cref="Format"/> says.</summary>
    public const string FormatName = "lucarne-export";

    /// <summary>The version that this program writes and reads.</summary>
    public const int CurrentVersion = 1;
}

/// <summary>One document of the archive.</summary>
/// <param name="Name">Its section.</param>
/// <param name="File">Its name in the archive.</param>
/// <param name="Count">Rows in it.</param>
internal sealed record ExportedSection(string Name, string File, int Count);

/// <summary>One media file of the archive.</summary>
/// <param name="File">Its name in the archive: <c>media/SHA256.ext</c>.</param>
/// <param name="Sha256">Hash of its bytes, 64 hexadecimal digits.</param>
/// <param name="SizeBytes">Its length.</param>
internal sealed record ExportedFile(string File, string Sha256, long SizeBytes);

/// <summary>The account; one row.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="Handle">Unique name, without the at sign.</param>
/// <param name="DisplayName">Name for people.</param>
/// <param name="Locale">Language of the interface.</param>
/// <param name="Administrator">True for those who run the installation; not carried by an import.</param>
/// <param name="Verified">True where an administrator has confirmed who it is; not carried by an import.</param>
/// <param name="PublicFigure">True where an administrator has marked it as that of a public figure; not carried by an import.</param>
/// <param name="Picture">Its picture in the archive; null for none.</param>
/// <param name="Cover">Its cover in the archive; null for none.</param>
/// <param name="Bio">What it says of itself.</param>
/// <param name="Location">Where it says that it is.</param>
/// <param name="Links">Absolute addresses.</param>
/// <param name="FormerHandles">Handles that it had before and that are still reserved for it.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ClosedAt">When its owner asked for its deletion.</param>
internal sealed record AccountRecord(
    Guid Id, string Handle, string DisplayName, string Locale, bool Administrator, bool Verified, bool PublicFigure, string? Picture, string? Cover, string? Bio, string? Location,
    IReadOnlyList<string> Links, IReadOnlyList<string> FormerHandles, DateTimeOffset CreatedAt, DateTimeOffset? ClosedAt);

/// <summary>What the owner has chosen; one row.</summary>
/// <param name="Autoplay">Videos start by themselves.</param>
/// <param name="SoundAtStart">Videos start with sound.</param>
/// <param name="DataSaver">The small rendition is played.</param>
/// <param name="Captions">Captions are shown.</param>
/// <param name="ReducedMotion">Whether movement on the pages is kept small.</param>
/// <param name="Theme">Dark or light.</param>
/// <param name="ShowLikes">Others see which posts it likes.</param>
/// <param name="MessagesFrom">Who may begin a conversation with it.</param>
/// <param name="Discoverable">It is found by search.</param>
/// <param name="BreakAfterMinutes">Minutes of watching after which a break is proposed; 0 for never.</param>
/// <param name="DefaultTab">The feed that opens first; null where it was never chosen.</param>
/// <param name="FeedOriginals">Feeds leave out remixes; null where it was never chosen.</param>
/// <param name="FeedSince">How old the films of feeds may be; null where it was never chosen.</param>
/// <param name="FeedUnseen">Feeds leave out what was seen; null where it was never chosen.</param>
internal sealed record SettingsRecord(
    bool Autoplay, bool SoundAtStart, bool DataSaver, bool Captions, MotionChoice ReducedMotion, ThemeChoice Theme, bool ShowLikes, MessageAudience MessagesFrom,
    bool Discoverable, int BreakAfterMinutes, FeedTab? DefaultTab,
    bool? FeedOriginals, FeedAge? FeedSince, bool? FeedUnseen);

/// <summary>A generation: prompt, screenplay and result. Posts and drafts name theirs.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="Prompt">What was asked for.</param>
/// <param name="Screenplay">The prompt as understood; null where the engine reads prompts itself.</param>
/// <param name="Storyboard">The shots as laid out by its owner; null for none.</param>
/// <param name="Edit">The edit that made it from other videos; null for none.</param>
/// <param name="Style">The style preset; null for none.</param>
/// <param name="FirstImageId">The picture that it starts from, one of <c>first_images.json</c>; null for none.</param>
/// <param name="BatchId">What the variants of one request share; null for a single one.</param>
/// <param name="Engine">Id of the engine.</param>
/// <param name="EngineVersion">Version of the engine that made it; null where none did or it is not known.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Fps">Frames a second.</param>
/// <param name="FrameCount">Frames.</param>
/// <param name="Seed">Seed of everything random in it.</param>
/// <param name="Status"><c>queued</c>, <c>in_progress</c>, <c>completed</c>, <c>failed</c> or <c>cancelled</c>.</param>
/// <param name="FailureCode">Why it failed; null unless it did.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="StartedAt">When its last attempt started.</param>
/// <param name="FinishedAt">When it ended.</param>
/// <param name="Files">Its files in the archive: video, preview, pictures, captions.</param>
internal sealed record GenerationRecord(
    Guid Id, string Prompt, JsonElement? Screenplay, JsonElement? Storyboard, JsonElement? Edit, string? Style, Guid? FirstImageId, Guid? BatchId, string Engine, string? EngineVersion, int Width, int Height, int Fps, int FrameCount, long Seed, string Status, string? FailureCode,
    DateTimeOffset CreatedAt, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt, IReadOnlyList<GenerationFileRecord> Files);

/// <summary>A file of a generation.</summary>
/// <param name="Name">What it is: <c>video.mp4</c>, <c>preview.mp4</c>, <c>thumbnail.webp</c>, <c>contact-sheet.webp</c>, <c>captions.vtt</c>.</param>
/// <param name="File">Its name in the archive; several rows may share one.</param>
/// <param name="Sha256">Hash of its bytes, 64 hexadecimal digits.</param>
/// <param name="SizeBytes">Its length.</param>
internal sealed record GenerationFileRecord(string Name, string File, string Sha256, long SizeBytes);

/// <summary>A draft.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="GenerationId">Its generation.</param>
/// <param name="RemixOfId">The post that it was remixed from; null for an original.</param>
/// <param name="Title">Name that its owner gave it.</param>
/// <param name="FolderId">The folder that it lies in.</param>
/// <param name="CreatedAt">When it was asked for.</param>
/// <param name="ReadAt">When its owner opened it.</param>
internal sealed record DraftRecord(Guid Id, Guid GenerationId, Guid? RemixOfId, string? Title, Guid? FolderId, DateTimeOffset CreatedAt, DateTimeOffset? ReadAt);

/// <summary>A post.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="DraftId">The draft that it was.</param>
/// <param name="GenerationId">Its generation.</param>
/// <param name="Title">One line.</param>
/// <param name="Caption">Text under the video.</param>
/// <param name="AltText">What is seen.</param>
/// <param name="Visibility">Who finds it.</param>
/// <param name="RemixAudience">Who may remix it.</param>
/// <param name="CommentAudience">Who may comment on it.</param>
/// <param name="ParentId">The post that it was remixed from; null for an original.</param>
/// <param name="RootId">The original that its lineage goes back to.</param>
/// <param name="CreatedAt">When it was published.</param>
/// <param name="EditedAt">When its text was last edited.</param>
/// <param name="RemovedAt">When an administrator took it away.</param>
/// <param name="Views">Views that lasted.</param>
/// <param name="Likes">Likes.</param>
/// <param name="Dislikes">Dislikes.</param>
/// <param name="Comments">Comments, answers included.</param>
/// <param name="Reposts">Reposts.</param>
/// <param name="Remixes">Published remixes made directly from it.</param>
/// <param name="Shares">Times that its link was shared, once a day for each account.</param>
/// <param name="DownloadAudience">Who may download it; everyone where an older archive does not say.</param>
internal sealed record PostRecord(
    Guid Id, Guid DraftId, Guid GenerationId, string? Title, string? Caption, string? AltText, Visibility Visibility, Audience RemixAudience, Audience CommentAudience,
    Guid? ParentId, Guid RootId, DateTimeOffset CreatedAt, DateTimeOffset? EditedAt, DateTimeOffset? RemovedAt,
    int Views, int Likes, int Dislikes, int Comments, int Reposts, int Remixes, int Shares, Audience DownloadAudience = Audience.Everyone);

/// <summary>A post of someone else's that one's own posts descend from, or a remix of one's own.</summary>
/// <param name="Id">The post.</param>
/// <param name="Handle">Its author.</param>
/// <param name="Title">Its title.</param>
/// <param name="ParentId">The post that it was remixed from.</param>
/// <param name="RootId">The original that its lineage goes back to.</param>
/// <param name="CreatedAt">When it was published.</param>
internal sealed record LineageRecord(Guid Id, string Handle, string? Title, Guid? ParentId, Guid RootId, DateTimeOffset CreatedAt);

/// <summary>A tie to another account.</summary>
/// <param name="Kind"><c>follows</c>, <c>followed_by</c>, <c>blocks</c> or <c>mutes</c>.</param>
/// <param name="AccountId">The other account.</param>
/// <param name="Handle">Its handle.</param>
/// <param name="CreatedAt">Since when.</param>
internal sealed record RelationRecord(string Kind, Guid AccountId, string Handle, DateTimeOffset CreatedAt);

/// <summary>What one thinks of a post.</summary>
/// <param name="PostId">The post.</param>
/// <param name="Handle">Its author.</param>
/// <param name="Kind">Like or dislike.</param>
/// <param name="CreatedAt">When.</param>
internal sealed record ReactionRecord(Guid PostId, string Handle, ReactionKind Kind, DateTimeOffset CreatedAt);

/// <summary>A notification.</summary>
/// <param name="Id">UUIDv7.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Handle">Who did it; null when the server did.</param>
/// <param name="PostId">The post that it is about.</param>
/// <param name="CommentId">The comment that it is about.</param>
/// <param name="DraftId">The draft that it is about.</param>
/// <param name="CreatedAt">When it happened.</param>
/// <param name="ReadAt">When it was seen.</param>
internal sealed record NotificationRecord(
    Guid Id, NotificationKind Kind, string? Handle, Guid? PostId, Guid? CommentId, Guid? DraftId, DateTimeOffset CreatedAt, DateTimeOffset? ReadAt);

/// <summary>A signed-in browser or device, without its secret.</summary>
/// <param name="UserAgent">As it names itself.</param>
/// <param name="CreatedAt">When it was opened.</param>
/// <param name="LastSeenAt">When it was last used, to the hour.</param>
/// <param name="ExpiresAt">When it ends unless it is used.</param>
internal sealed record SessionRecord(string UserAgent, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, DateTimeOffset ExpiresAt);

/// <summary>A passkey, without its keys.</summary>
/// <param name="Transports">How to reach the authenticator.</param>
/// <param name="BackedUp">True when it is synchronised to other devices.</param>
/// <param name="CreatedAt">When it was registered.</param>
internal sealed record PasskeyRecord(string Transports, bool BackedUp, DateTimeOffset CreatedAt);

using Lucarne.Social.Accounts;
using Lucarne.Social.Captions;
using Lucarne.Social.Collections;
using Lucarne.Social.Comments;
using Lucarne.Social.Drafts;
using Lucarne.Social.Edits;
using Lucarne.Social.Erasures;
using Lucarne.Social.Exports;
using Lucarne.Social.Feed;
using Lucarne.Social.FirstImages;
using Lucarne.Social.Follows;
using Lucarne.Social.Http;
using Lucarne.Social.Imports;
using Lucarne.Social.Lineage;
using Lucarne.Social.Messages;
using Lucarne.Social.Moderation;
using Lucarne.Social.Notifications;
using Lucarne.Social.Notifications.Events;
using Lucarne.Social.Notifications.Push;
using Lucarne.Social.Posts;
using Lucarne.Social.Profiles;
using Lucarne.Social.Reactions;
using Lucarne.Social.Reposts;
using Lucarne.Social.Schedules;
using Lucarne.Social.Search;
using Lucarne.Social.Sharing;
using Lucarne.Social.Topics;
using Lucarne.Social.Watching;
using Lucarne.Studio.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Data;

/// <summary>All tables of an installation: those of people and posts, and the studio's.</summary>
/// <remarks>Each feature configures its own tables beside its code; this class only lists them. Ids are UUIDv7, times are Unix milliseconds.</remarks>
public sealed class LucarneContext(DbContextOptions<LucarneContext> options) : StudioContext(options)
{
    public DbSet<Installation> Installations => Set<Installation>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<Passkey> Passkeys => Set<Passkey>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<FormerHandle> FormerHandles => Set<FormerHandle>();

    public DbSet<PasskeyCeremony> PasskeyCeremonies => Set<PasskeyCeremony>();

    public DbSet<Draft> Drafts => Set<Draft>();

    public DbSet<Post> Posts => Set<Post>();

    public DbSet<DraftFolder> DraftFolders => Set<DraftFolder>();

    public DbSet<ScheduledPost> ScheduledPosts => Set<ScheduledPost>();

    public DbSet<UploadedSound> UploadedSounds => Set<UploadedSound>();

    public DbSet<KeptFirstImage> FirstImages => Set<KeptFirstImage>();

    public DbSet<LineageEntry> Lineage => Set<LineageEntry>();

    public DbSet<PostRevision> PostRevisions => Set<PostRevision>();

    public DbSet<PostCaption> PostCaptions => Set<PostCaption>();

    public DbSet<Repost> Reposts => Set<Repost>();

    public DbSet<Bookmark> Bookmarks => Set<Bookmark>();

    public DbSet<Collection> Collections => Set<Collection>();

    public DbSet<CollectionItem> CollectionItems => Set<CollectionItem>();

    public DbSet<Follow> Follows => Set<Follow>();

    public DbSet<Block> Blocks => Set<Block>();

    public DbSet<Mute> Mutes => Set<Mute>();

    public DbSet<MutedWord> MutedWords => Set<MutedWord>();

    public DbSet<PostMention> PostMentions => Set<PostMention>();

    public DbSet<Reaction> Reactions => Set<Reaction>();

    public DbSet<Comment> Comments => Set<Comment>();

    public DbSet<CommentEdit> CommentEdits => Set<CommentEdit>();

    public DbSet<CommentLike> CommentLikes => Set<CommentLike>();

    public DbSet<CommentRules> CommentRules => Set<CommentRules>();
    public DbSet<Watch> Watches => Set<Watch>();

    public DbSet<ShareMark> ShareMarks => Set<ShareMark>();

    public DbSet<ShareDay> ShareDays => Set<ShareDay>();

    public DbSet<ViewMark> ViewMarks => Set<ViewMark>();

    public DbSet<WatchDay> WatchDays => Set<WatchDay>();

    public DbSet<WatchSecond> WatchSeconds => Set<WatchSecond>();

    public DbSet<PostStats> PostStats => Set<PostStats>();

    public DbSet<PostStatsQueueEntry> PostStatsQueue => Set<PostStatsQueueEntry>();

    public DbSet<Impression> Impressions => Set<Impression>();

    public DbSet<SearchQueueEntry> SearchQueue => Set<SearchQueueEntry>();

    public DbSet<SearchDocument> SearchDocuments => Set<SearchDocument>();

    public DbSet<SearchWord> SearchWords => Set<SearchWord>();

    public DbSet<SearchGram> SearchGrams => Set<SearchGram>();

    public DbSet<PostTag> PostTags => Set<PostTag>();

    public DbSet<PostTopic> PostTopics => Set<PostTopic>();

    public DbSet<FeedSteer> FeedSteers => Set<FeedSteer>();

    public DbSet<FeedPreference> FeedPreferences => Set<FeedPreference>();

    public DbSet<Notification> Notifications => Set<Notification>();

    public DbSet<Export> Exports => Set<Export>();
    public DbSet<Case> Cases => Set<Case>();

    public DbSet<Report> Reports => Set<Report>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<NotificationSetting> NotificationSettings => Set<NotificationSetting>();

    public DbSet<AccountEvent> AccountEvents => Set<AccountEvent>();

    public DbSet<Room> Rooms => Set<Room>();

    public DbSet<RoomMember> RoomMembers => Set<RoomMember>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<PushSubscription> PushSubscriptions => Set<PushSubscription>();

    public DbSet<Erasure> Erasures => Set<Erasure>();

    public DbSet<Import> Imports => Set<Import>();

    public DbSet<KeptRow> KeptRows => Set<KeptRow>();

    public DbSet<IdempotencyRecord> IdempotencyRecords => Set<IdempotencyRecord>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(LucarneContext).Assembly);
        foreach (var entity in modelBuilder.Model.GetEntityTypes())
        {
            foreach (var id in entity.FindPrimaryKey()!.Properties.Where(p => p.ClrType == typeof(Guid)))
            {
                id.ValueGenerated = Microsoft.EntityFrameworkCore.Metadata.ValueGenerated.Never;
            }
        }
    }
}

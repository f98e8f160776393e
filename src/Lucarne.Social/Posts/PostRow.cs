using System.Data.Common;
using Lucarne.Social.Accounts;
using Lucarne.Social.Data;
using Lucarne.Social.Reactions;

namespace Lucarne.Social.Posts;

/// <summary>All of a post that may change from one moment to the next, as one viewer finds it: read anew for each answer. What never changes is a <see cref="Film"/>.</summary>
internal sealed class PostRow
{
    public required Guid Id { get; init; }

    public required Guid AuthorId { get; init; }

    public required Guid GenerationId { get; init; }

    public string? Title { get; init; }

    public string? Caption { get; init; }

    public string? AltText { get; init; }

    public required Visibility Visibility { get; init; }

    public required Audience RemixAudience { get; init; }

    public required Audience CommentAudience { get; init; }

    public Guid? ParentId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? EditedAt { get; init; }

    public DateTimeOffset? RemovedAt { get; init; }

    public required int Views { get; init; }

    public required int Likes { get; init; }

    public required int Dislikes { get; init; }

    public required int Comments { get; init; }

    public required int Reposts { get; init; }

    public required int Remixes { get; init; }

    public required int Shares { get; init; }

    /// <summary>Of its author, as are the three that follow.</summary>
    public required string Handle { get; init; }

    public required string DisplayName { get; init; }

    public required bool Verified { get; init; }

    public string? Picture { get; init; }

    /// <summary>Of the viewer, as are the three that follow.</summary>
    public ReactionKind? MyReaction { get; init; }

    public required bool Followed { get; init; }

    public required bool Reposted { get; init; }

    public required bool Bookmarked { get; init; }

    /// <summary>True where its author has written captions.</summary>
    public required bool Captioned { get; init; }

    /// <summary>Author of the post that it remixes; null where there is none that the viewer may open.</summary>
    public Guid? ParentAuthorId { get; init; }

    public required Audience DownloadAudience { get; init; }

    /// <summary>True where an administrator has put it before everyone.</summary>
    public required bool Featured { get; init; }

    /// <summary>Its author.</summary>
    public AuthorView Author => AuthorQueries.View(Handle, DisplayName, Verified, Picture);

    /// <summary>The rows of posts, in any order.</summary>
    /// <param name="db">The database.</param>
    /// <param name="posts">Posts that the viewer may see.</param>
    /// <param name="viewerId">Who looks; null when signed out.</param>
    public static IQueryable<PostRow> Of(LucarneContext db, IQueryable<Post> posts, Guid? viewerId)
    {
        Guid viewer = viewerId ?? Guid.Empty;
        IQueryable<Post> open = PostQueries.VisibleTo(db, viewerId);
        return posts.Join(db.Accounts, p => p.AuthorId, a => a.Id, (p, a) => new PostRow
        {
            Id = p.Id,
            AuthorId = p.AuthorId,
            GenerationId = p.GenerationId,
            Title = p.Title,
            Caption = p.Caption,
            AltText = p.AltText,
            Visibility = p.Visibility,
            RemixAudience = p.RemixAudience,
            CommentAudience = p.CommentAudience,
            ParentId = p.ParentId,
            CreatedAt = p.CreatedAt,
            EditedAt = p.EditedAt,
            RemovedAt = p.RemovedAt,
            Views = p.Views,
            Likes = p.Likes,
            Dislikes = p.Dislikes,
            Comments = p.Comments,
            Reposts = p.Reposts,
            Remixes = p.Remixes,
            Shares = p.Shares,
            Handle = a.Handle,
            DisplayName = a.DisplayName,
            Verified = a.Verified,
            Picture = a.Picture,
            MyReaction = db.Reactions.Where(r => r.PostId == p.Id && r.AccountId == viewer).Select(r => (ReactionKind?)r.Kind).FirstOrDefault(),
            Followed = db.Follows.Any(f => f.FollowerId == viewer && f.FolloweeId == p.AuthorId),
            Reposted = db.Reposts.Any(r => r.PostId == p.Id && r.AccountId == viewer),
            Bookmarked = db.Bookmarks.Any(b => b.PostId == p.Id && b.AccountId == viewer),
            Captioned = db.PostCaptions.Any(c => c.PostId == p.Id),
            ParentAuthorId = p.ParentId == null ? null : open.Where(parent => parent.Id == p.ParentId).Select(parent => (Guid?)parent.AuthorId).FirstOrDefault(),
            DownloadAudience = p.DownloadAudience,
            Featured = p.FeaturedAt != null,
        });
    }

    /// <summary>Reads a row of a prepared statement: its columns are the properties above, in their order.</summary>
    public static PostRow Read(DbDataReader reader)
    {
        return new PostRow
        {
            Id = reader.GetGuid(0),
            AuthorId = reader.GetGuid(1),
            GenerationId = reader.GetGuid(2),
            Title = Text(3),
            Caption = Text(4),
            AltText = Text(5),
            Visibility = (Visibility)reader.GetInt32(6),
            RemixAudience = (Audience)reader.GetInt32(7),
            CommentAudience = (Audience)reader.GetInt32(8),
            ParentId = Id(9),
            CreatedAt = DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(10)),
            EditedAt = Time(11),
            RemovedAt = Time(12),
            Views = reader.GetInt32(13),
            Likes = reader.GetInt32(14),
            Dislikes = reader.GetInt32(15),
            Comments = reader.GetInt32(16),
            Reposts = reader.GetInt32(17),
            Remixes = reader.GetInt32(18),
            Shares = reader.GetInt32(19),
            Handle = reader.GetString(20),
            DisplayName = reader.GetString(21),
            Verified = reader.GetBoolean(22),
            Picture = Text(23),
            MyReaction = reader.IsDBNull(24) ? null : (ReactionKind)reader.GetInt32(24),
            Followed = reader.GetBoolean(25),
            Reposted = reader.GetBoolean(26),
            Bookmarked = reader.GetBoolean(27),
            Captioned = reader.GetBoolean(28),
            ParentAuthorId = Id(29),
            DownloadAudience = (Audience)reader.GetInt32(30),
            Featured = reader.GetBoolean(31),
        };

        string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

        Guid? Id(int column) => reader.IsDBNull(column) ? null : reader.GetGuid(column);

        DateTimeOffset? Time(int column) => reader.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(column));
    }
}

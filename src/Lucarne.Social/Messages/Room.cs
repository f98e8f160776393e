using System.Text.Json.Serialization;
using Lucarne.Social.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lucarne.Social.Messages;

/// <summary>Where 2 to 12 accounts write to each other. Table <c>Rooms</c>. Two accounts have one room for the two of them; any number of groups besides.</summary>
public sealed class Room
{
    /// <summary>Most accounts of a room, invited ones included.</summary>
    public const int MaxMembers = 12;

    /// <summary>Most characters of a group's name.</summary>
    public const int NameMaxLength = 60;

    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>Both ids, the smaller first, 64 hexadecimal digits; null for a group. Unique: the database lets a pair have one room.</summary>
    public string? PairKey { get; init; }

    /// <summary>What the members call it; null for none. A pair has none.</summary>
    public string? Name { get; set; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When something was last written there; when it was opened, before.</summary>
    public required DateTimeOffset LastMessageAt { get; set; }

    /// <summary>The last message; null before the first.</summary>
    public Guid? LastMessageId { get; set; }

    /// <summary>The <see cref="PairKey"/> of two accounts.</summary>
    public static string PairOf(Guid one, Guid other) => one.CompareTo(other) < 0 ? $"{one:N}{other:N}" : $"{other:N}{one:N}";
}

/// <summary>An account in a room. Table <c>RoomMembers</c>.</summary>
public sealed class RoomMember
{
    /// <summary>The room.</summary>
    public required Guid RoomId { get; init; }

    /// <summary>The account.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>Whether it takes part.</summary>
    public required RoomMemberState State { get; set; }

    /// <summary>Since when: it reads what was written since.</summary>
    public required DateTimeOffset JoinedAt { get; init; }

    /// <summary>Who brought it in; null for who opened the room. No foreign key: it outlives them.</summary>
    public Guid? InvitedById { get; init; }

    /// <summary>The newest message that it has seen; all zeros before.</summary>
    public Guid ReadUpTo { get; set; }

    /// <summary>Since when it does not want to be told of what is written; null while it does.</summary>
    public DateTimeOffset? MutedAt { get; set; }
}

/// <summary>Whether an account takes part in a room. Kept as a number: never renumber.</summary>
public enum RoomMemberState
{
    [JsonStringEnumMemberName("member")]
    Member = 0,

    /// <summary>Asked by someone who may not write to it unasked; the room is among its requests.</summary>
    [JsonStringEnumMemberName("invited")]
    Invited = 1,

    /// <summary>It said no. Who asked is not told.</summary>
    [JsonStringEnumMemberName("declined")]
    Declined = 2,
}

/// <summary>What was written in a room, or happened to it. Table <c>Messages</c>.</summary>
public sealed class Message
{
    /// <summary>Most characters of a message, in UTF-16 code units.</summary>
    public const int TextMaxLength = 2000;

    /// <summary>How long a message can be changed.</summary>
    public static readonly TimeSpan EditableFor = TimeSpan.FromMinutes(15);

    /// <summary>UUIDv7; newer messages have greater ids.</summary>
    public required Guid Id { get; init; }

    /// <summary>The room.</summary>
    public required Guid RoomId { get; init; }

    /// <summary>Who wrote it, or did it.</summary>
    public required Guid AuthorId { get; init; }

    /// <summary>What it is.</summary>
    public required MessageKind Kind { get; init; }

    /// <summary>At most 2,000 characters; a group's new name for <see cref="MessageKind.Renamed"/>; empty once deleted.</summary>
    public required string Text { get; set; }

    /// <summary>The post that it shares; null for none. No foreign key: a message outlives what it shares.</summary>
    public Guid? PostId { get; set; }

    /// <summary>Who was brought in, for <see cref="MessageKind.Added"/>. No foreign key: the message outlives them.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When its text was last changed; null when never.</summary>
    public DateTimeOffset? EditedAt { get; set; }

    /// <summary>When its author took it back, which empties it, or an administrator took it away, which only hides what it said; null while it stands.</summary>
    public DateTimeOffset? DeletedAt { get; set; }
}

/// <summary>What a message is. Kept as a number: never renumber.</summary>
public enum MessageKind
{
    /// <summary>Words, a shared post, or both.</summary>
    [JsonStringEnumMemberName("text")]
    Text = 0,

    /// <summary>The author brought someone in.</summary>
    [JsonStringEnumMemberName("added")]
    Added = 1,

    /// <summary>The author left.</summary>
    [JsonStringEnumMemberName("left")]
    Left = 2,

    /// <summary>The author gave the group another name.</summary>
    [JsonStringEnumMemberName("renamed")]
    Renamed = 3,
}

internal sealed class RoomConfiguration : IEntityTypeConfiguration<Room>, IEntityTypeConfiguration<RoomMember>, IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Room> builder)
    {
        builder.ToTable("Rooms");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.PairKey).HasMaxLength(64);
        builder.Property(r => r.Name).HasMaxLength(Room.NameMaxLength);
        builder.HasIndex(r => r.PairKey).IsUnique();
    }

    public void Configure(EntityTypeBuilder<RoomMember> builder)
    {
        builder.ToTable("RoomMembers");
        builder.HasKey(m => new { m.RoomId, m.AccountId });
        builder.HasOne<Room>().WithMany().HasForeignKey(m => m.RoomId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(m => m.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(m => new { m.AccountId, m.State });
        builder.HasIndex(m => new { m.InvitedById, m.State, m.JoinedAt });
    }

    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("Messages");
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Text).HasMaxLength(Message.TextMaxLength);
        builder.HasOne<Room>().WithMany().HasForeignKey(m => m.RoomId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(m => m.AuthorId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(m => new { m.RoomId, m.Id });
        builder.HasIndex(m => m.AuthorId);
    }
}

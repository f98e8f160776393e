using System.Text.Json.Serialization;
using Lucarne.Social.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lucarne.Social.Moderation;

/// <summary>What moderation has to decide, or has decided, about one thing: all reports of it while it is open. Table <c>Cases</c>.</summary>
public sealed class Case
{
    /// <summary>Most characters of <see cref="Excerpt"/>.</summary>
    public const int ExcerptMaxLength = 500;

    /// <summary>Most characters of <see cref="Note"/>.</summary>
    public const int NoteMaxLength = 1000;

    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>What kind of thing.</summary>
    public required ReportTargetKind TargetKind { get; init; }

    /// <summary>Its id. No foreign key: the case outlives what it is about.</summary>
    public required Guid TargetId { get; init; }

    /// <summary>Whose it is.</summary>
    public required Guid SubjectId { get; init; }

    /// <summary>Its text at the moment of the first report.</summary>
    public required string Excerpt { get; init; }

    /// <summary>Greatest urgency among its reports, 0 to 2.</summary>
    public int Urgency { get; set; }

    /// <summary><c>kind:id</c> of the target while the case is open, null once it is decided: unique, so that a target has one open case.</summary>
    public string? OpenKey { get; set; }

    /// <summary>When the first report came.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>What was decided; null while it is open.</summary>
    public Decision? Decision { get; set; }

    /// <summary>The rule that the decision rests on; null where nothing was wrong.</summary>
    public ReportReason? Rule { get; set; }

    /// <summary>What the administrator tells the subject; null for nothing.</summary>
    public string? Note { get; set; }

    /// <summary>When it was last decided.</summary>
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Who decided. No foreign key: the decision outlives the account.</summary>
    public Guid? DecidedById { get; set; }

    /// <summary>The <see cref="OpenKey"/> of a target.</summary>
    public static string KeyOf(ReportTargetKind kind, Guid id) => $"{(int)kind}:{id:N}";
}

/// <summary>What moderation does about a case. Kept as a number: never renumber.</summary>
public enum Decision
{
    /// <summary>Nothing is wrong; what an earlier decision took away comes back.</summary>
    [JsonStringEnumMemberName("dismissed")]
    Dismissed = 0,

    /// <summary>The thing is taken away; its author is told why.</summary>
    [JsonStringEnumMemberName("removed")]
    Removed = 1,

    /// <summary>The thing is taken away and its author's account is suspended.</summary>
    [JsonStringEnumMemberName("suspended")]
    Suspended = 2,
}

internal sealed class CaseConfiguration : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> builder)
    {
        builder.ToTable("Cases");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Excerpt).HasMaxLength(Case.ExcerptMaxLength);
        builder.Property(c => c.Note).HasMaxLength(Case.NoteMaxLength);
        builder.Property(c => c.OpenKey).HasMaxLength(40);
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.SubjectId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(c => c.OpenKey).IsUnique();
        builder.HasIndex(c => new { c.TargetKind, c.TargetId });
        builder.HasIndex(c => new { c.SubjectId, c.DecidedAt });
        builder.HasIndex(c => c.DecidedAt);
    }
}

using System.Text.Json.Serialization;
using Lucarne.Social.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lucarne.Social.Moderation;

/// <summary>One account's complaint about something. Table <c>Reports</c>.</summary>
public sealed class Report
{
    /// <summary>Most characters of a note.</summary>
    public const int NoteMaxLength = 1000;

    /// <summary>UUIDv7.</summary>
    public required Guid Id { get; init; }

    /// <summary>The case that it belongs to, with all other reports of the same thing.</summary>
    public required Guid CaseId { get; init; }

    /// <summary>Who complains; told only to administrators.</summary>
    public required Guid ReporterId { get; init; }

    /// <summary>Which rule it is about.</summary>
    public required ReportReason Reason { get; set; }

    /// <summary>What the reporter adds; null for nothing.</summary>
    public string? Note { get; set; }

    /// <summary>When it was sent.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>What can be reported. Kept as a number: never renumber.</summary>
public enum ReportTargetKind
{
    [JsonStringEnumMemberName("post")]
    Post = 0,

    [JsonStringEnumMemberName("account")]
    Account = 1,

    [JsonStringEnumMemberName("comment")]
    Comment = 2,

    [JsonStringEnumMemberName("message")]
    Message = 3,
}

/// <summary>Why something is reported. Kept as a number: never renumber.</summary>
public enum ReportReason
{
    /// <summary>Advertising, repetition, fraud.</summary>
    [JsonStringEnumMemberName("spam")]
    Spam = 0,

    [JsonStringEnumMemberName("harassment")]
    Harassment = 1,

    [JsonStringEnumMemberName("hate")]
    Hate = 2,

    [JsonStringEnumMemberName("violence")]
    Violence = 3,

    [JsonStringEnumMemberName("sexual")]
    Sexual = 4,

    /// <summary>A child in danger, or shown as no child may be.</summary>
    [JsonStringEnumMemberName("child_safety")]
    ChildSafety = 5,

    [JsonStringEnumMemberName("self_harm")]
    SelfHarm = 6,

    /// <summary>A real person's looks or voice without their consent.</summary>
    [JsonStringEnumMemberName("likeness")]
    Likeness = 7,

    /// <summary>An account that pretends to be someone else.</summary>
    [JsonStringEnumMemberName("impersonation")]
    Impersonation = 8,

    [JsonStringEnumMemberName("copyright")]
    Copyright = 9,

    /// <summary>Made to be taken for a true record of events.</summary>
    [JsonStringEnumMemberName("deception")]
    Deception = 10,

    [JsonStringEnumMemberName("other")]
    Other = 11,
}

internal static class ReportReasons
{
    /// <summary>How soon a case with this reason is looked at: 2 before 1 before 0.</summary>
    public static int Urgency(this ReportReason reason) => reason switch
    {
        ReportReason.ChildSafety or ReportReason.SelfHarm => 2,
        ReportReason.Likeness or ReportReason.Sexual or ReportReason.Violence => 1,
        _ => 0,
    };
}

internal sealed class ReportConfiguration : IEntityTypeConfiguration<Report>
{
    public void Configure(EntityTypeBuilder<Report> builder)
    {
        builder.ToTable("Reports");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Note).HasMaxLength(Report.NoteMaxLength);
        builder.HasOne<Case>().WithMany().HasForeignKey(r => r.CaseId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Account>().WithMany().HasForeignKey(r => r.ReporterId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(r => new { r.CaseId, r.ReporterId }).IsUnique();
        builder.HasIndex(r => new { r.ReporterId, r.Id });
    }
}

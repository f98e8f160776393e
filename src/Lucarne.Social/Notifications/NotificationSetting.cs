using Lucarne.Social.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lucarne.Social.Notifications;

/// <summary>Whether and where an account wants to be told of one kind of thing. Table <c>NotificationSettings</c>; no row means everywhere.</summary>
public sealed class NotificationSetting
{
    /// <summary>Whose.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>Of what.</summary>
    public required NotificationKind Kind { get; init; }

    /// <summary>In the mailbox. What is not there is not pushed either.</summary>
    public bool OnPage { get; set; } = true;

    /// <summary>To the devices that have subscribed to push.</summary>
    public bool Push { get; set; } = true;
}

internal sealed class NotificationSettingConfiguration : IEntityTypeConfiguration<NotificationSetting>
{
    public void Configure(EntityTypeBuilder<NotificationSetting> builder)
    {
        builder.ToTable("NotificationSettings");
        builder.HasKey(s => new { s.AccountId, s.Kind });
        builder.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}

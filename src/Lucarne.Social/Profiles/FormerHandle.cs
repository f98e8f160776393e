using Lucarne.Social.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lucarne.Social.Profiles;

/// <summary>A handle that an account had before: nobody else can take it for a while, and links with it lead to the account. Table <c>FormerHandles</c>.</summary>
public sealed class FormerHandle
{
    /// <summary>How long a handle stays reserved for its former owner.</summary>
    public static readonly TimeSpan ReservedFor = TimeSpan.FromDays(90);

    /// <summary>The handle.</summary>
    public required string Handle { get; init; }

    /// <summary>Who had it.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>Until when it is reserved.</summary>
    public required DateTimeOffset ReservedUntil { get; init; }
}

internal sealed class FormerHandleConfiguration : IEntityTypeConfiguration<FormerHandle>
{
    public void Configure(EntityTypeBuilder<FormerHandle> builder)
    {
        builder.ToTable("FormerHandles");
        builder.HasKey(f => f.Handle);
        builder.Property(f => f.Handle).HasMaxLength(HandleRules.MaxLength);
        builder.HasOne<Account>().WithMany().HasForeignKey(f => f.AccountId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(f => f.AccountId);
        builder.HasIndex(f => f.ReservedUntil);
    }
}

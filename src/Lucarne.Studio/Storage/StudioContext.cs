using Lucarne.Studio.Generations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Lucarne.Studio.Storage;

/// <summary>The studio's tables. The product's own context derives from it, so that one transaction covers a quota, a draft and a generation.</summary>
/// <remarks>Every <see cref="DateTimeOffset"/> of a derived context is stored as Unix milliseconds (bigint): SQLite has no type of its own that compares.</remarks>
public abstract class StudioContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>Generations, whoever owns them.</summary>
    public DbSet<Generation> Generations => Set<Generation>();

    /// <summary>Files of completed generations.</summary>
    public DbSet<Artefact> Artefacts => Set<Artefact>();

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UnixMillisecondsConverter>();
        configurationBuilder.Properties<GenerationStatus>().HaveConversion<GenerationStatusConverter>().HaveMaxLength(16);
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.ApplyConfiguration(new GenerationConfiguration());
        modelBuilder.ApplyConfiguration(new ArtefactConfiguration());
    }

    private sealed class UnixMillisecondsConverter() : ValueConverter<DateTimeOffset, long>(
        time => time.ToUnixTimeMilliseconds(), milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));

    private sealed class GenerationStatusConverter() : ValueConverter<GenerationStatus, string>(
        status => status.ToName(), name => GenerationStatuses.Parse(name));
}

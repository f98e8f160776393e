using System.Data.Common;
using Lucarne.Social.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Lucarne.Social.Operations;

/// <summary>The database answers.</summary>
internal sealed class DatabaseCheck(IDbContextFactory<LucarneContext> contexts) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using LucarneContext db = await contexts.CreateDbContextAsync(cancellationToken);
            await db.Installations.AnyAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (DbException error)
        {
            return HealthCheckResult.Unhealthy("the database does not answer", error);
        }
    }
}

/// <summary>The data folder's disk has room.</summary>
internal sealed class DiskCheck(IOptions<SocialOptions> options) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        long free = new DriveInfo(Path.GetFullPath(options.Value.DataFolder)).AvailableFreeSpace;
        return Task.FromResult(free >= options.Value.MinFreeDiskBytes
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy($"the data folder's disk has {free >> 20} MiB left; free some, or set Lucarne:MinFreeDiskBytes"));
    }
}

/// <summary>ffmpeg is where the studio will look for it.</summary>
internal sealed class FfmpegCheck : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        bool found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "ffmpeg.exe" : "ffmpeg")));
        return Task.FromResult(found ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("ffmpeg is not on the PATH; install it"));
    }
}

using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Lucarne.Studio.Generations;

/// <summary>Lease owners: <c>machine/pid/start/run</c>, so that a restarted process knows at once which leases are a dead process's.</summary>
internal static class WorkerIdentity
{
    private const int StartToleranceSeconds = 2;
    private static readonly string Prefix = string.Create(CultureInfo.InvariantCulture, $"{MachineName}/{Environment.ProcessId}/{StartOf(Environment.ProcessId)}/");

    private static string MachineName
    {
        get
        {
            string name = Environment.MachineName.Replace('/', '_');
            return name.Length <= 100 ? name : name[..100];
        }
    }

    /// <summary>A lease owner for one run of this process.</summary>
    public static string ForRun(DateTimeOffset now) => Prefix + Guid.CreateVersion7(now).ToString("N");

    /// <summary>True when the owner was a process of this machine that no longer lives. False for other machines': only time tells there.</summary>
    public static bool IsGone(string leaseOwner)
    {
        string[] parts = leaseOwner.Split('/');
        return parts.Length == 4
            && string.Equals(parts[0], MachineName, StringComparison.Ordinal)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int processId)
            && long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out long start)
            && Math.Abs(StartOf(processId) - start) > StartToleranceSeconds;
    }

    /// <summary>Unix seconds at which a process started; 0 when there is none.</summary>
    private static long StartOf(int processId)
    {
        try
        {
            using Process process = Process.GetProcessById(processId);
            return new DateTimeOffset(process.StartTime).ToUnixTimeSeconds();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return 0;
        }
    }
}

using System.Runtime.InteropServices;

namespace Lucarne.Bench.Renderer;

/// <summary>Processor time of the calling thread, which other load on the machine does not stretch as it does wall time.</summary>
internal static partial class ThreadClock
{
    private const int ThreadCpuTime = 3;

    /// <summary>The system has such a clock.</summary>
    public static bool Available => OperatingSystem.IsLinux();

    /// <summary>Nanoseconds so far.</summary>
    public static long Nanoseconds()
    {
        _ = Read(ThreadCpuTime, out Time time);
        return (time.Seconds * 1_000_000_000) + time.Nanoseconds;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int Read(int clock, out Time time);

    private struct Time
    {
        public long Seconds;
        public long Nanoseconds;
    }
}

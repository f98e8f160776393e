using System.Diagnostics;

namespace Lucarne.Bench.Wan;

/// <summary>Seconds of the clock, and of the processors together divided by their number: those that other programs take count in the first alone.</summary>
internal readonly record struct Timing(double Seconds, double ProcessorSeconds)
{
    /// <summary>Times some work; of several runs, the least of each.</summary>
    public static Timing Of(Action work, int runs = 1)
    {
        Timing best = new(double.MaxValue, double.MaxValue);
        for (int run = 0; run < runs; run++)
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            Stopwatch watch = Stopwatch.StartNew();
            work();
            double processor = (Environment.CpuUsage.TotalTime - before).TotalSeconds / Environment.ProcessorCount;
            best = new Timing(Math.Min(best.Seconds, watch.Elapsed.TotalSeconds), Math.Min(best.ProcessorSeconds, processor));
        }

        return best;
    }
}

using System.Diagnostics;

namespace Lucarne.Diorama.Rendering;

/// <summary>How long each pass of a picture took; the least of the pictures since the last reset, so that other load counts least.</summary>
internal sealed class PassClock
{
    private readonly List<(string Pass, long Ticks)> _least = [];
    private Func<long> _now = Stopwatch.GetTimestamp;
    private double _ticksPerMs = Stopwatch.Frequency / 1000.0;
    private int _at;
    private long _started;

    /// <summary>Passes in order, in milliseconds.</summary>
    public IEnumerable<(string Pass, double Milliseconds)> Least => _least.Select(p => (p.Pass, p.Ticks / _ticksPerMs));

    public void Reset() => _least.Clear();

    /// <summary>Measures with another clock, such as the thread's own processor time.</summary>
    public void Use(Func<long> now, double ticksPerMs)
    {
        _now = now;
        _ticksPerMs = ticksPerMs;
        Reset();
    }

    public void Start()
    {
        _at = 0;
        _started = _now();
    }

    /// <summary>Ends a pass; the next one starts.</summary>
    public void Lap(string pass)
    {
        long end = _now(), ticks = end - _started;
        if (_at == _least.Count)
        {
            _least.Add((pass, ticks));
        }
        else if (ticks < _least[_at].Ticks)
        {
            _least[_at] = (pass, ticks);
        }

        _at++;
        _started = _now();
    }
}

using System.Diagnostics;

namespace Lucarne.Diorama.Rendering;

/// <summary>How long each pass of a picture took; the least of the pictures since the last reset, so that other load counts least.</summary>
internal sealed class PassClock
{
    private readonly List<(string Pass, long Ticks)> _least = [];
    private int _at;
    private long _started;

    /// <summary>Passes in order, in milliseconds.</summary>
    public IEnumerable<(string Pass, double Milliseconds)> Least => _least.Select(p => (p.Pass, p.Ticks * 1000.0 / Stopwatch.Frequency));

    public void Reset() => _least.Clear();

    public void Start()
    {
        _at = 0;
        _started = Stopwatch.GetTimestamp();
    }

    /// <summary>Ends a pass; the next one starts.</summary>
    public void Lap(string pass)
    {
        long end = Stopwatch.GetTimestamp(), ticks = end - _started;
        if (_at == _least.Count)
        {
            _least.Add((pass, ticks));
        }
        else if (ticks < _least[_at].Ticks)
        {
            _least[_at] = (pass, ticks);
        }

        _at++;
        _started = Stopwatch.GetTimestamp();
    }
}

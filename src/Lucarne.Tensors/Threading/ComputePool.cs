namespace Lucarne.Tensors.Threading;

/// <summary>Work cut into numbered parts, which any thread may take.</summary>
/// <remarks>A part's result must not depend on the thread that computes it nor on the order of the parts: then results are the same bits for any thread count.</remarks>
public interface IParallelWork
{
    /// <summary>Computes one part.</summary>
    /// <param name="part">Number of the part, from 0.</param>
    /// <param name="worker">Number of the thread within the pool, from 0: for scratch memory of its own.</param>
    void Run(int part, int worker);
}

/// <summary>A few threads that live as long as the pool and share out the parts of one piece of work at a time.</summary>
/// <remarks>The calling thread works too. Handing out work allocates nothing. One caller at a time.</remarks>
public sealed class ComputePool : IDisposable
{
    private const int SpinsBeforeSleep = 2_000;
    private readonly Thread[] _threads;
    private readonly SemaphoreSlim _wake = new(0);
    private readonly Lock _callers = new();
    private IParallelWork? _work;
    private int _parts;
    private int _next;
    private int _busy;
    private int _generation;
    private Exception? _failure;
    private volatile bool _stopping;

    /// <summary>Starts the threads.</summary>
    /// <param name="threads">Threads in all, the caller's included; 0 takes one for each processor.</param>
    public ComputePool(int threads = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(threads);
        Threads = threads == 0 ? Environment.ProcessorCount : threads;
        _threads = new Thread[Threads - 1];
        for (int i = 0; i < _threads.Length; i++)
        {
            int worker = i + 1;
            _threads[i] = new Thread(() => WorkerLoop(worker)) { IsBackground = true, Name = $"tensors-{worker}" };
            _threads[i].Start();
        }
    }

    /// <summary>Threads that share the work, the caller's included.</summary>
    public int Threads { get; }

    /// <summary>Runs all parts and returns when the last is done.</summary>
    /// <param name="work">The work.</param>
    /// <param name="parts">Number of parts; 0 or more.</param>
    /// <exception cref="AggregateException">A part threw; the first exception is inside, and parts that had not begun were left out.</exception>
    public void Run(IParallelWork work, int parts)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentOutOfRangeException.ThrowIfNegative(parts);
        ObjectDisposedException.ThrowIf(_stopping, this);
        if (parts == 0)
        {
            return;
        }

        if (parts == 1 || _threads.Length == 0)
        {
            for (int part = 0; part < parts; part++)
            {
                work.Run(part, 0);
            }

            return;
        }

        lock (_callers)
        {
            _work = work;
            _parts = parts;
            _failure = null;
            _busy = _threads.Length;
            Volatile.Write(ref _next, 0);
            Interlocked.Increment(ref _generation);
            _wake.Release(_threads.Length);
            TakeParts(work, parts, 0);
            SpinWait spin = default;
            while (Volatile.Read(ref _busy) != 0)
            {
                spin.SpinOnce(sleep1Threshold: -1);
            }

            _work = null;
            if (_failure is { } failure)
            {
                throw new AggregateException(failure);
            }
        }
    }

    /// <summary>Ends the threads.</summary>
    public void Dispose()
    {
        if (_stopping)
        {
            return;
        }

        _stopping = true;
        Interlocked.Increment(ref _generation);
        if (_threads.Length > 0)
        {
            _wake.Release(_threads.Length);
        }

        foreach (Thread thread in _threads)
        {
            thread.Join();
        }

        _wake.Dispose();
    }

    private void TakeParts(IParallelWork work, int parts, int worker)
    {
        try
        {
            int part;
            while ((part = Interlocked.Increment(ref _next) - 1) < parts)
            {
                work.Run(part, worker);
            }
        }
        catch (Exception exception)
        {
            Interlocked.CompareExchange(ref _failure, exception, null);
            Volatile.Write(ref _next, parts);
        }
    }

    private void WorkerLoop(int worker)
    {
        int seen = 0;
        while (true)
        {
            // Pieces of work follow one another within microseconds inside a model, so spin a little before sleeping.
            for (int spins = 0; spins < SpinsBeforeSleep && Volatile.Read(ref _generation) == seen; spins++)
            {
                Thread.SpinWait(8);
            }

            _wake.Wait();
            seen = Volatile.Read(ref _generation);
            if (_stopping)
            {
                return;
            }

            TakeParts(_work!, _parts, worker);
            Interlocked.Decrement(ref _busy);
        }
    }
}

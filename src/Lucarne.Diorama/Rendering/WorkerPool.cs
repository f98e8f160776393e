using System.Runtime.ExceptionServices;

namespace Lucarne.Diorama.Rendering;

/// <summary>Threads that stay and share out numbered jobs; the caller works too. Running allocates nothing.</summary>
internal sealed class WorkerPool : IDisposable
{
    private const int SpinsBeforeSleep = 2000;

    private readonly Thread[] _threads;
    private readonly SemaphoreSlim _wake = new(0);
    private readonly ManualResetEventSlim _done = new(false, SpinsBeforeSleep);

    private Action<int, int>? _job;
    private CancellationToken _cancellation;
    private ExceptionDispatchInfo? _failure;
    private int _jobs;
    private int _next;
    private int _busy;
    private volatile bool _stopping;

    public WorkerPool(int threads)
    {
        Workers = threads;
        _threads = new Thread[threads - 1];
        for (int i = 0; i < _threads.Length; i++)
        {
            int worker = i + 1;
            _threads[i] = new Thread(() => Loop(worker)) { IsBackground = true, Name = $"diorama-render-{worker}" };
            _threads[i].Start();
        }
    }

    /// <summary>Threads at work, the caller's included.</summary>
    public int Workers { get; }

    /// <summary>Calls <paramref name="job"/>(worker, index) for every index below <paramref name="jobs"/>, in any order, and returns when all are done.</summary>
    /// <exception cref="OperationCanceledException">Cancelled between two jobs.</exception>
    public void Run(int jobs, Action<int, int> job, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        _job = job;
        _jobs = jobs;
        _cancellation = cancellation;
        _failure = null;
        Volatile.Write(ref _next, 0);
        int helpers = Math.Min(_threads.Length, jobs - 1);
        if (helpers > 0)
        {
            Volatile.Write(ref _busy, helpers);
            _done.Reset();
            _wake.Release(helpers);
        }

        Work(0);
        if (helpers > 0)
        {
            _done.Wait(CancellationToken.None);
        }

        _job = null;
        _failure?.Throw();
        cancellation.ThrowIfCancellationRequested();
    }

    public void Dispose()
    {
        _stopping = true;
        if (_threads.Length > 0)
        {
            _wake.Release(_threads.Length);
        }

        foreach (Thread thread in _threads)
        {
            thread.Join();
        }

        _wake.Dispose();
        _done.Dispose();
    }

    private void Loop(int worker)
    {
        while (true)
        {
            _wake.Wait();
            if (_stopping)
            {
                return;
            }

            Work(worker);
            if (Interlocked.Decrement(ref _busy) == 0)
            {
                _done.Set();
            }
        }
    }

    private void Work(int worker)
    {
        Action<int, int> job = _job!;
        try
        {
            for (int i = Interlocked.Increment(ref _next) - 1; i < _jobs; i = Interlocked.Increment(ref _next) - 1)
            {
                if (_cancellation.IsCancellationRequested)
                {
                    return;
                }

                job(worker, i);
            }
        }
        catch (Exception failure)
        {
            Interlocked.CompareExchange(ref _failure, ExceptionDispatchInfo.Capture(failure), null);
            Volatile.Write(ref _next, _jobs);
        }
    }
}

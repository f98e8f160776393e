namespace Lucarne.Social.Notifications.Events;

/// <summary>The event streams that are open in this process, by account.</summary>
internal sealed class EventStreams
{
    /// <summary>Most streams of one account in one process: a browser shares one among its pages.</summary>
    public const int MaxPerAccount = 10;

    private readonly Dictionary<Guid, List<OpenStream>> _byAccount = [];
    private readonly Lock _lock = new();

    /// <summary>True while no page listens.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (_lock)
            {
                return _byAccount.Count == 0;
            }
        }
    }

    /// <summary>Opens a stream; null where the account has <see cref="MaxPerAccount"/>.</summary>
    public OpenStream? Open(Guid accountId)
    {
        lock (_lock)
        {
            if (!_byAccount.TryGetValue(accountId, out List<OpenStream>? streams))
            {
                _byAccount.Add(accountId, streams = []);
            }

            if (streams.Count == MaxPerAccount)
            {
                return null;
            }

            OpenStream stream = new(this, accountId);
            streams.Add(stream);
            return stream;
        }
    }

    /// <summary>Tells the streams of these accounts that there is news.</summary>
    public void Wake(IEnumerable<Guid> accountIds)
    {
        lock (_lock)
        {
            foreach (Guid id in accountIds)
            {
                if (_byAccount.TryGetValue(id, out List<OpenStream>? streams))
                {
                    streams.ForEach(stream => stream.Wake());
                }
            }
        }
    }

    private void Close(OpenStream stream)
    {
        lock (_lock)
        {
            if (_byAccount.TryGetValue(stream.AccountId, out List<OpenStream>? streams) && streams.Remove(stream) && streams.Count == 0)
            {
                _byAccount.Remove(stream.AccountId);
            }
        }
    }

    /// <summary>One open stream.</summary>
    internal sealed class OpenStream(EventStreams streams, Guid accountId) : IDisposable
    {
        private readonly SemaphoreSlim _news = new(0, 1);

        /// <summary>Whose.</summary>
        public Guid AccountId { get; } = accountId;

        /// <summary>True when there is news; false when <paramref name="atMost"/> has passed without.</summary>
        public Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancel) => _news.WaitAsync(atMost, cancel);

        /// <summary>Tells that there is news. Called under the lock of the streams.</summary>
        public void Wake()
        {
            if (_news.CurrentCount == 0)
            {
                _news.Release();
            }
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            streams.Close(this);
            _news.Dispose();
        }
    }
}

using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Lucarne.Studio.Generations;

/// <summary>Latest snapshots of the generations that this process works on, told to whoever listens here.</summary>
internal sealed class GenerationBoard
{
    private readonly ConcurrentDictionary<Guid, GenerationSnapshot> _latest = new();
    private readonly ConcurrentDictionary<Guid, HashSet<Channel<GenerationSnapshot>>> _listeners = new();

    /// <summary>The latest snapshot of a run of this process; null when it is not running here.</summary>
    public GenerationSnapshot? Latest(Guid id) => _latest.GetValueOrDefault(id);

    /// <summary>Tells all listeners; a slow one misses all but the newest.</summary>
    public void Publish(GenerationSnapshot snapshot)
    {
        if (snapshot.Status == GenerationStatus.InProgress)
        {
            _latest[snapshot.Id] = snapshot;
        }
        else
        {
            _latest.TryRemove(snapshot.Id, out _);
        }

        if (_listeners.TryGetValue(snapshot.Id, out HashSet<Channel<GenerationSnapshot>>? channels))
        {
            lock (channels)
            {
                foreach (Channel<GenerationSnapshot> channel in channels)
                {
                    channel.Writer.TryWrite(snapshot);
                }
            }
        }
    }

    /// <summary>Starts listening; dispose to stop.</summary>
    public Listener Listen(Guid id)
    {
        Channel<GenerationSnapshot> channel = Channel.CreateBounded<GenerationSnapshot>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        while (true)
        {
            HashSet<Channel<GenerationSnapshot>> channels = _listeners.GetOrAdd(id, _ => []);
            lock (channels)
            {
                if (_listeners.TryGetValue(id, out HashSet<Channel<GenerationSnapshot>>? present) && ReferenceEquals(present, channels))
                {
                    channels.Add(channel);
                    return new Listener(this, id, channel);
                }
            }
        }
    }

    private void Remove(Guid id, Channel<GenerationSnapshot> channel)
    {
        if (_listeners.TryGetValue(id, out HashSet<Channel<GenerationSnapshot>>? channels))
        {
            lock (channels)
            {
                channels.Remove(channel);
                if (channels.Count == 0)
                {
                    _listeners.TryRemove(new(id, channels));
                }
            }
        }
    }

    public sealed class Listener(GenerationBoard board, Guid id, Channel<GenerationSnapshot> channel) : IDisposable
    {
        public ChannelReader<GenerationSnapshot> Reader => channel.Reader;

        public void Dispose() => board.Remove(id, channel);
    }
}

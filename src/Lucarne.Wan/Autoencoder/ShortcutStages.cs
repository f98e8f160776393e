using Lucarne.Tensors.Elementwise;

namespace Lucarne.Wan.Autoencoder;

/// <summary>A level of the 2.2 encoder or decoder: its stages, plus a shortcut that only moves and averages (or repeats) numbers.</summary>
internal sealed unsafe class ShortcutLevel : FrameStage
{
    private readonly StageContext _context;
    private readonly FrameStage[] _stages;
    private readonly Shortcut? _shortcut;
    private readonly Queue<Frame> _straight = new();

    public ShortcutLevel(StageContext context, FrameStage[] stages, Shortcut? shortcut)
    {
        _context = context;
        _stages = stages;
        _shortcut = shortcut;
    }

    public override void Push(Frame frame, List<Frame> output)
    {
        if (_shortcut is not null)
        {
            List<Frame> straight = [];
            _shortcut.Push(_context.Frames, frame, straight);
            straight.ForEach(_straight.Enqueue);
        }

        int first = output.Count;
        FrameChain.Push(_stages, frame, output);
        for (int i = first; i < output.Count && _shortcut is not null; i++)
        {
            using Frame addend = _straight.Dequeue();
            RowKernels.AddScaled(_context.Compute.Pool, addend.Data, output[i].Data, output[i].Pixels, output[i].Channels, null);
        }
    }

    public override void Reset()
    {
        Array.ForEach(_stages, stage => stage.Reset());
        _shortcut?.Reset();
        while (_straight.TryDequeue(out Frame? frame))
        {
            frame.Dispose();
        }
    }

    public override void Dispose()
    {
        Reset();
        Array.ForEach(_stages, stage => stage.Dispose());
    }
}

/// <summary>Passes a frame through stages in order.</summary>
internal static class FrameChain
{
    public static void Push(ReadOnlySpan<FrameStage> stages, Frame frame, List<Frame> output)
    {
        List<Frame> current = [frame];
        foreach (FrameStage stage in stages)
        {
            List<Frame> next = [];
            foreach (Frame item in current)
            {
                stage.Push(item, next);
            }

            current = next;
        }

        output.AddRange(current);
    }
}

/// <summary>The shortcut of a level: frames in, frames out, no weights. It does not own the frames that it is given.</summary>
internal abstract class Shortcut
{
    public abstract void Push(FramePool pool, Frame frame, List<Frame> output);

    public abstract void Reset();
}

/// <summary>Folds time and space into channels and averages groups of them. A first frame without a partner is paired with zeros before it.</summary>
internal sealed unsafe class AveragingShortcut(int outputChannels, int timeFactor, int spaceFactor) : Shortcut
{
    private Frame? _waiting;
    private bool _begun;

    public override void Push(FramePool pool, Frame frame, List<Frame> output)
    {
        if (timeFactor == 1)
        {
            output.Add(Fold(pool, null, frame, 1));
            return;
        }

        if (!_begun)
        {
            _begun = true;
            output.Add(Fold(pool, null, frame, 2));
            return;
        }

        if (_waiting is null)
        {
            _waiting = pool.Rent(frame.Height, frame.Width, frame.Channels);
            frame.Span.CopyTo(_waiting.Span);
            return;
        }

        output.Add(Fold(pool, _waiting, frame, 2));
        _waiting.Dispose();
        _waiting = null;
    }

    public override void Reset()
    {
        _waiting?.Dispose();
        _waiting = null;
        _begun = false;
    }

    // Channel of the folded image: ((channel · times + time) · space + row) · space + column; consecutive groups are averaged.
    private Frame Fold(FramePool pool, Frame? earlier, Frame frame, int times)
    {
        int channels = frame.Channels, s = spaceFactor, group = channels * times * s * s / outputChannels;
        Frame output = pool.Rent(frame.Height / s, frame.Width / s, outputChannels);
        float* target = output.Data;
        for (int y = 0; y < output.Height; y++)
        {
            for (int x = 0; x < output.Width; x++)
            {
                for (int o = 0; o < outputChannels; o++)
                {
                    float sum = 0;
                    for (int folded = o * group; folded < (o + 1) * group; folded++)
                    {
                        int column = folded % s, row = folded / s % s, time = folded / (s * s) % times, channel = folded / (s * s * times);
                        Frame? source = times == 1 || time == 1 ? frame : earlier;
                        if (source is not null)
                        {
                            sum += source.Data[(((((long)y * s) + row) * frame.Width) + (x * s) + column) * channels + channel];
                        }
                    }

                    *target++ = sum / group;
                }
            }
        }

        return output;
    }
}

/// <summary>Repeats channels and unfolds them into time and space. Of the first frame only the last of its copies in time is kept.</summary>
internal sealed unsafe class DuplicatingShortcut(int outputChannels, int timeFactor, int spaceFactor) : Shortcut
{
    private bool _begun;

    public override void Push(FramePool pool, Frame frame, List<Frame> output)
    {
        for (int time = _begun ? 0 : timeFactor - 1; time < timeFactor; time++)
        {
            output.Add(Unfold(pool, frame, time));
        }

        _begun = true;
    }

    public override void Reset() => _begun = false;

    private Frame Unfold(FramePool pool, Frame frame, int time)
    {
        int s = spaceFactor, repeats = outputChannels * timeFactor * s * s / frame.Channels;
        Frame output = pool.Rent(frame.Height * s, frame.Width * s, outputChannels);
        float* target = output.Data;
        for (int y = 0; y < output.Height; y++)
        {
            for (int x = 0; x < output.Width; x++)
            {
                float* source = frame.Data + ((((long)(y / s) * frame.Width) + (x / s)) * frame.Channels);
                for (int o = 0; o < outputChannels; o++)
                {
                    int repeated = (((((o * timeFactor) + time) * s) + (y % s)) * s) + (x % s);
                    *target++ = source[repeated / repeats];
                }
            }
        }

        return output;
    }
}

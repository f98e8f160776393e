namespace Lucarne.Wan.Pipelines;

/// <summary>How few-step causal students are run.</summary>
/// <remarks>Source: Self-Forcing, configs/self_forcing_dmd.yaml; LongLive for the sink of videos longer than the trained 21 latent frames.</remarks>
public static class CausalSettings
{
    /// <summary>Latent frames of a block.</summary>
    public const int BlockFrames = 3;

    /// <summary>Latent frames of the longest video that the students were trained on.</summary>
    public const int TrainedFrames = 21;

    /// <summary>Nominal denoising steps of a block, before the shift.</summary>
    public static ReadOnlySpan<int> Steps => [1000, 750, 500, 250];

    /// <summary>Frames that the cache holds for a video of <paramref name="frames"/> latent frames.</summary>
    public static int CacheFrames(int frames) => Math.Min(RoundUp(frames), TrainedFrames);

    /// <summary>First frames that are never evicted: a block, once the video is longer than the cache.</summary>
    public static int SinkFrames(int frames) => RoundUp(frames) > TrainedFrames ? BlockFrames : 0;

    /// <summary>Frames up to the end of the last block.</summary>
    public static int RoundUp(int frames) => (frames + BlockFrames - 1) / BlockFrames * BlockFrames;
}

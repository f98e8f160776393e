using Lucarne.Diorama.Sound;
using Lucarne.Media;
using Lucarne.Media.Images;
using Lucarne.Tensors.Memory;
using Lucarne.Wan.Pipelines;
using Lucarne.Wan.Weights;

namespace Lucarne.Studio.Engines;

/// <summary>One film of <see cref="WanEngine"/>: frames from the model, sound from Diorama's staging of the same prompt.</summary>
internal sealed class WanRun(WanModel model, EngineRequest request, GenerationRequest wanted, long memoryLimitBytes, WanEngineOptions options) : EngineRun
{
    // Diorama's picture is thrown away, so it is as small as it can be.
    private const int SoundStagePixels = 64;

    private readonly List<float[]> _frames = [];
    private Generation? _generation;
    private IEnumerator<float[]>? _pictures;
    private EngineRun? _stage;
    private byte[] _stagePicture = [];
    private SoundTrack? _ambience;

    public override VideoFormat Format => request.Format;

    public override double PreparationShare => Generation.PreparationShareOf(model, wanted.Frames);

    public override IReadOnlyList<Caption> Captions => _stage?.Captions ?? [];

    public override async ValueTask PrepareAsync(IProgress<double>? progress, CancellationToken cancel)
    {
        await PrepareSoundAsync(cancel);
        try
        {
            GivenPictures pictures = await WanPictures.ReadAsync(options.Ffmpeg, model, request, cancel);
            _generation = new Generation(model, wanted with { Pictures = pictures }, memoryLimitBytes);
            _generation.Prepare(share => progress?.Report(share), cancel);
        }
        catch (Exception exception) when (exception is MemoryPlanException or MemoryBudgetExceededException or OutOfMemoryException or WeightFileException or PictureException or ArgumentException)
        {
            throw Explain(exception);
        }
    }

    public override async ValueTask RenderAsync(int frame, Memory<byte> picture, Memory<float> sound, CancellationToken cancel)
    {
        if (_generation is null)
        {
            throw new InvalidOperationException("WanEngine: PrepareAsync comes before RenderAsync");
        }

        cancel.ThrowIfCancellationRequested();
        try
        {
            _pictures ??= _generation.Frames(cancel).GetEnumerator();
            if (!_pictures.MoveNext())
            {
                throw new InvalidOperationException($"WanEngine: the model gave no frame {frame} of {Format.FrameCount}");
            }
        }
        catch (Exception exception) when (exception is MemoryPlanException or MemoryBudgetExceededException or OutOfMemoryException or WeightFileException)
        {
            throw Explain(exception);
        }

        PictureConversion.ToYuv(_pictures.Current, Format.Width, Format.Height, picture.Span);
        if (options.Finished is not null)
        {
            _frames.Add(_pictures.Current);
            if (frame == Format.FrameCount - 1)
            {
                options.Finished(_generation, _frames);
            }
        }

        if (_stage is not null)
        {
            await _stage.RenderAsync(frame, _stagePicture, sound, cancel);
        }
        else
        {
            _ambience!.Render(sound.Span);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        _pictures?.Dispose();
        _generation?.Dispose();
        if (_stage is not null)
        {
            await _stage.DisposeAsync();
        }

        await base.DisposeAsync();
    }

    private async Task PrepareSoundAsync(CancellationToken cancel)
    {
        DioramaEngine diorama = new();
        if (diorama.ReadScreenplay(request.Prompt, Format.Seconds).Screenplay is not { } screenplay)
        {
            // Words that Diorama does not know: the air of a place, so that the film is not silent.
            _ambience = new SoundTrack(new SoundOptions { Seed = unchecked((ulong)request.Seed), Ambience = Ambience.Of(AmbiencePlace.Room) });
            return;
        }

        VideoFormat small = Format with { Width = SoundStagePixels, Height = SoundStagePixels };
        _stagePicture = new byte[small.FrameBytes];
        _stage = diorama.Start(request with { Format = small, Screenplay = screenplay, FirstImagePath = null });
        await _stage.PrepareAsync(progress: null, cancel);
    }

    private static EngineException Explain(Exception exception) => exception switch
    {
        ArgumentException { ParamName: var name } => new EngineException("model_refused", exception.Message.Replace($" (Parameter '{name}')", string.Empty, StringComparison.Ordinal), "Choose other settings, or another model.", exception),
        PictureException => new EngineException("picture_unreadable", exception.Message, "Give pictures as PNG, JPEG or WebP, and videos as mp4, mov, webm or mkv.", exception),
        WeightFileException => new EngineException("model_broken", "The model's files are not complete.", "The operator can see what is wrong with 'lucarne models check'.", exception),
        MemoryPlanException => new EngineException("memory_too_small", exception.Message, "Choose a smaller or shorter video, or a machine with more memory.", exception),
        _ => new EngineException("memory_too_small", "The model needed more memory than there is.", "Choose a smaller or shorter video, or a machine with more memory.", exception),
    };
}

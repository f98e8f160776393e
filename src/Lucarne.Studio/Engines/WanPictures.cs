using Lucarne.Media.Encoding;
using Lucarne.Media.Images;
using Lucarne.Wan.Images;
using Lucarne.Wan.Pipelines;

namespace Lucarne.Studio.Engines;

/// <summary>Reads the files that a film starts from, ends with, follows or goes on from.</summary>
public static class WanPictures
{
    /// <summary>Reads them all.</summary>
    /// <param name="ffmpeg">What reads them.</param>
    /// <param name="model">The model, whose rate a video is read at.</param>
    /// <param name="request">The paths, and the size that a video is cut to.</param>
    /// <param name="cancel">Kills ffmpeg.</param>
    /// <exception cref="PictureException">A file cannot be read; the message names which by what it is for.</exception>
    /// <exception cref="EncoderException">ffmpeg is missing.</exception>
    public static async Task<GivenPictures> ReadAsync(Ffmpeg ffmpeg, WanModel model, EngineRequest request, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(request);
        PictureReader reader = new(ffmpeg);
        List<RgbImage> references = [];
        foreach (string path in request.ReferencePaths)
        {
            references.Add(await ReadAsync("A reference picture", path));
        }

        return new GivenPictures
        {
            First = request.FirstImagePath is { } first ? await ReadAsync("The first image", first) : null,
            Last = request.LastImagePath is { } last ? await ReadAsync("The last image", last) : null,
            References = references,
            Before = request.ContinuesPath is { } video
                ? [.. (await NamedAsync("The video to go on from", reader.ReadEndAsync(video, model.FramesToContinueFrom, model.Fps, request.Format.Width, request.Format.Height, cancel))).Select(Wrap)]
                : [],
        };

        async Task<RgbImage> ReadAsync(string what, string path) => Wrap(await NamedAsync(what, reader.ReadAsync(path, cancel)));
    }

    private static RgbImage Wrap(Picture picture) => new(picture.Width, picture.Height, picture.Pixels);

    private static async Task<T> NamedAsync<T>(string what, Task<T> reading)
    {
        try
        {
            return await reading;
        }
        catch (PictureException e)
        {
            throw new PictureException($"{what} cannot be read. {e.Message}", e);
        }
    }
}

using Lucarne.Studio.Generations;

namespace Lucarne.Social.Create;

/// <summary>A finished video and its files. All addresses are relative to the installation and never change what they hold.</summary>
/// <param name="Id">The generation that made it.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Fps">Frames a second.</param>
/// <param name="Seconds">Length.</param>
/// <param name="Mp4Url">The whole video, ready for progressive playback and byte ranges.</param>
/// <param name="HlsUrl">HLS playlist of fMP4 segments.</param>
/// <param name="PreviewUrl">Small rendition for grids and quick starts.</param>
/// <param name="ThumbnailUrl">One good frame, WebP.</param>
/// <param name="ContactSheetUrl">Frames spread over the video in a grid, WebP.</param>
/// <param name="CaptionsUrl">WebVTT captions; null when nobody speaks.</param>
/// <param name="SizeBytes">Size of the mp4.</param>
/// <param name="Sha256">Hash of the mp4, 64 hexadecimal digits.</param>
public sealed record VideoView(
    Guid Id, int Width, int Height, int Fps, double Seconds,
    string Mp4Url, string HlsUrl, string PreviewUrl, string ThumbnailUrl, string ContactSheetUrl, string? CaptionsUrl,
    long SizeBytes, string Sha256)
{
    /// <summary>Names of the files that a view needs: all but the segments.</summary>
    public static readonly string[] Files = [Artefact.Video, Artefact.Preview, Artefact.Thumbnail, Artefact.ContactSheet, Artefact.Captions, Artefact.StoredPlaylist];

    /// <summary>The video of a generation; null unless it is completed.</summary>
    /// <param name="generation">The row.</param>
    /// <param name="files">Its artefacts, at least those of <see cref="Files"/>.</param>
    public static VideoView? Of(Generation generation, IEnumerable<Artefact> files)
    {
        if (generation.Status != GenerationStatus.Completed)
        {
            return null;
        }

        Dictionary<string, Artefact> byName = files.ToDictionary(a => a.Name, StringComparer.Ordinal);
        Artefact mp4 = byName[Artefact.Video];
        return new VideoView(
            generation.Id, generation.Width, generation.Height, generation.Fps, generation.Format.Seconds,
            Url(mp4),
            Url(byName[Artefact.StoredPlaylist]), Url(byName[Artefact.Preview]), Url(byName[Artefact.Thumbnail]), Url(byName[Artefact.ContactSheet]),
            byName.TryGetValue(Artefact.Captions, out Artefact? captions) ? Url(captions) : null,
            mp4.SizeBytes, mp4.Sha256);
    }

    private static string Url(Artefact artefact) => $"/media/{artefact.Reference}";
}

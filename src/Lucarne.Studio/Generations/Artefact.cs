using Lucarne.Media.Storage;

namespace Lucarne.Studio.Generations;

/// <summary>One file of a completed generation, kept in the media store under its content's hash.</summary>
public sealed class Artefact
{
    /// <summary>Final mp4, ready for progressive playback.</summary>
    public const string Video = "video.mp4";

    /// <summary>One good frame.</summary>
    public const string Thumbnail = "thumbnail.webp";

    /// <summary>Frames spread over the film, in a grid.</summary>
    public const string ContactSheet = "contact-sheet.webp";

    /// <summary>Small rendition.</summary>
    public const string Preview = "preview.mp4";

    /// <summary>HLS playlist that names segments as the live stream did; they are the other files whose names start with <c>stream/</c>.</summary>
    public const string Playlist = "stream/index.m3u8";

    /// <summary>The same HLS playlist with every file under its name in the media store, to be served beside them.</summary>
    public const string StoredPlaylist = "playlist.m3u8";

    /// <summary>Captions; only when somebody speaks.</summary>
    public const string Captions = "captions.vtt";

    /// <summary>Generation that it belongs to.</summary>
    public required Guid GenerationId { get; init; }

    /// <summary>What it is, one of the names above or <c>stream/FILE</c>; unique within the generation.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of its bytes, 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>File name extension with its dot: <c>.mp4</c>, <c>.webp</c>, <c>.m3u8</c>, <c>.m4s</c>, <c>.vtt</c>.</summary>
    public required string Extension { get; init; }

    /// <summary>Length in bytes.</summary>
    public required long SizeBytes { get; init; }

    /// <summary>Where the media store keeps it.</summary>
    public MediaReference Reference => new(Sha256, Extension);
}

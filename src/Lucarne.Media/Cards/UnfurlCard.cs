using System.Globalization;
using Lucarne.Media.Encoding;

namespace Lucarne.Media.Cards;

/// <summary>The picture of a film in link previews: JPEG, 1200x630, as they all take it.</summary>
public static class UnfurlCard
{
    /// <summary>Pixels.</summary>
    public const int Width = 1200;

    /// <summary>Pixels.</summary>
    public const int Height = 630;

    /// <summary>Films at least this wide for their height fill the card; others stand on their own blurred colours.</summary>
    private const double FillsFrom = 1.3;

    private const int Margin = 72;
    private const int FilmHeight = 566;
    private const int Corner = 18;

    /// <summary>Draws a card.</summary>
    /// <param name="ffmpeg">Which one; it needs libass.</param>
    /// <param name="picturePath">One frame of the film, WebP.</param>
    /// <param name="format">Shape of the film.</param>
    /// <param name="title">The film's title.</param>
    /// <param name="author">Who made it.</param>
    /// <param name="site">Name of the installation.</param>
    /// <param name="folder">An empty folder, which holds the card afterwards.</param>
    /// <param name="cancel">Kills ffmpeg.</param>
    /// <returns>Path of the card.</returns>
    /// <exception cref="EncoderException">ffmpeg is missing or failed.</exception>
    public static async Task<string> DrawAsync(
        Ffmpeg ffmpeg, string picturePath, VideoFormat format, string title, string author, string site, string folder, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(ffmpeg);
        ArgumentNullException.ThrowIfNull(title);
        bool fills = (double)format.Width / format.Height >= FillsFrom;
        int filmWidth = Math.Min(2 * (int)Math.Round((double)FilmHeight * format.Width / format.Height / 2), Width / 2);
        int textLeft = fills ? Margin : Margin + filmWidth + 64;
        string words = await CardScript.WriteAsync(
            folder, Width, Height,
            [
                new CardLine(title, SizeFor(title.Length), fills ? 1 : 4, textLeft, Margin, fills ? 40 : 0) { Under = (author, 38) },
                new CardLine(site, 34, fills ? 9 : 1, textLeft, Margin, 34),
            ],
            cancel);
        string path = Path.Combine(folder, "unfurl.jpg");
        await using FfmpegProcess process = ffmpeg.Start(
        [
            "-i", picturePath,
            "-filter_complex", $"{(fills ? Filled() : Framed(filmWidth))},{words},scale=out_color_matrix=bt601:out_range=full,format=yuvj420p[card]",
            "-map", "[card]", "-frames:v", "1", "-q:v", "3", path,
        ]);
        await process.ThrowUnlessSucceededAsync(cancel);
        return path;
    }

    private static int SizeFor(int characters) => characters switch { <= 28 => 84, <= 60 => 66, _ => 52 };

    /// <summary>The film over all of the card, darker towards its foot.</summary>
    private static string Filled() => string.Create(
        CultureInfo.InvariantCulture,
        $"[0:v]scale=in_color_matrix=bt601,format=rgb24,scale={Width}:{Height}:force_original_aspect_ratio=increase:flags=lanczos,crop={Width}:{Height}[film];"
        + $"color=black:s={Width}x{Height}:d=1:r=1,format=rgba,geq=r=8:g=9:b=12:a='215*pow(clip((Y-240)/390,0,1),0.8)'[shade];[film][shade]overlay=format=rgb");

    /// <summary>The film with round corners, beside the words, over its own colours.</summary>
    private static string Framed(int width) => string.Create(
        CultureInfo.InvariantCulture,
        $"[0:v]scale=in_color_matrix=bt601,format=rgb24,split[a][b];"
        + $"[a]scale={Width}:{Height}:force_original_aspect_ratio=increase,crop={Width}:{Height},scale=300:158,gblur=sigma=14,scale={Width}:{Height}:flags=bicubic,drawbox=color=black@0.34:t=fill[ground];"
        + $"[b]scale={width}:{FilmHeight}:force_original_aspect_ratio=increase:flags=lanczos,crop={width}:{FilmHeight},format=rgba,geq=r='r(X,Y)':g='g(X,Y)':b='b(X,Y)'"
        + $":a='255*clip({Corner}.5-hypot(max(0,max({Corner}-X,X-{width - 1 - Corner})),max(0,max({Corner}-Y,Y-{FilmHeight - 1 - Corner}))),0,1)'[film];"
        + $"[ground][film]overlay={Margin}:{(Height - FilmHeight) / 2}:format=rgb");
}

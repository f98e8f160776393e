namespace Lucarne.Media.Encoding;

/// <summary>How good a frame is as a thumbnail: neither black nor white, full of contrast, colour and sharp detail, and rather from the middle of the film.</summary>
public static class FrameScore
{
    private const int Step = 8;

    /// <summary>Scores a frame; higher is better. Samples one pixel in 64, so that scoring every frame costs next to nothing.</summary>
    /// <param name="picture">Planar YUV 4:2:0, <see cref="VideoFormat.FrameBytes"/> bytes.</param>
    /// <param name="format">Shape of the film.</param>
    /// <param name="frame">Index of the frame.</param>
    public static double Of(ReadOnlySpan<byte> picture, VideoFormat format, int frame)
    {
        int width = format.Width, height = format.Height;
        ReadOnlySpan<byte> u = picture.Slice(width * height, width * height / 4);
        ReadOnlySpan<byte> v = picture[(width * height * 5 / 4)..];
        long sum = 0, squares = 0, colour = 0, detail = 0;
        int count = 0;
        for (int y = 0; y < height; y += Step)
        {
            for (int x = 0; x < width; x += Step)
            {
                int luma = picture[(y * width) + x];
                int chroma = (y / 2 * (width / 2)) + (x / 2);
                sum += luma;
                squares += luma * luma;
                detail += Math.Abs(luma - picture[(y * width) + Math.Min(x + 1, width - 1)]);
                colour += Math.Abs(u[chroma] - 128) + Math.Abs(v[chroma] - 128);
                count++;
            }
        }

        double mean = (double)sum / count;
        double contrast = Math.Sqrt(Math.Max(0, ((double)squares / count) - (mean * mean)));
        double exposure = 1 - Math.Pow((mean - 118) / 118, 2);
        double position = (frame + 0.5) / format.FrameCount;
        double middle = 1 - (0.4 * Math.Pow((2 * position) - 1, 2));
        return ((contrast / 64) + ((double)colour / count / 64) + ((double)detail / count / 8)) * Math.Max(0.05, exposure) * middle;
    }
}

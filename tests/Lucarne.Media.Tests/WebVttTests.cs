using Lucarne.Media.Encoding;

namespace Lucarne.Media.Tests;

public sealed class WebVttTests
{
    [Fact]
    public void Captions_are_written_in_order_with_their_markup_escaped() =>
        WebVtt.Write([new Caption(61.5, 63, "Fish & chips\n<now>", "en"), new Caption(0, 1.25, "Hello", "en")])
            .ShouldBe("WEBVTT\n\n00:00:00.000 --> 00:00:01.250\nHello\n\n00:01:01.500 --> 00:01:03.000\nFish &amp; chips &lt;now&gt;\n");

    [Fact]
    public void The_thumbnail_is_never_a_black_frame_when_there_is_a_better_one()
    {
        VideoFormat format = new(64, 64, 24, 10);
        byte[] picture = new byte[format.FrameBytes];
        double[] scores = [.. Enumerable.Range(0, 10).Select(frame =>
        {
            TestFilm.Paint(format, frame, picture);
            return FrameScore.Of(picture, format, frame);
        })];

        scores[..3].Max().ShouldBeLessThan(scores[3..].Min());
    }
}

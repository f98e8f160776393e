using Lucarne.Diorama.Screenplays;
using Lucarne.Media;
using Lucarne.Studio.Engines;

namespace Lucarne.Studio.Tests;

/// <summary>A film that is made longer with words for what happens next, as an edit's row keeps it and its run makes it.</summary>
public sealed class SequelTests
{
    private const int Frames = 24;
    private const int More = 40;
    private static readonly VideoFormat Format = new(96, 160, 24, Frames);

    [Fact]
    public async Task What_happens_next_begins_in_the_picture_that_the_film_ends_with()
    {
        DioramaEngine engine = new();
        Screenplay film = engine.ReadScreenplay("a red fox walks through a snowy forest", Frames / 24.0).Screenplay.ShouldNotBeNull();
        Screenplay told = engine.ReadSequel(film, "the fox sits down and night falls", Frames / 24.0, (Frames + More) / 24.0).ShouldNotBeNull();
        Screenplay kept = ScreenplayJson.Read(ScreenplayJson.Write(told)).ShouldNotBeNull();

        List<byte[]> before = await MakeAsync(engine, film, Format, null);
        List<byte[]> plain = await MakeAsync(engine, film, Format with { FrameCount = More }, new FilmContinuation(Frames, Frames));
        List<byte[]> after = await MakeAsync(engine, kept, Format with { FrameCount = More }, new FilmContinuation(Frames, Frames));

        Difference(before[^1], after[0]).ShouldBeLessThan(1.6 * Difference(before[^2], before[^1]), "nothing jumps at the join");
        Difference(plain[^1], after[^1]).ShouldBeGreaterThan(10, "something else happens than without the words");
    }

    [Fact]
    public void Words_that_say_nothing_are_not_followed()
    {
        DioramaEngine engine = new();
        Screenplay film = engine.ReadScreenplay("a red fox walks through a snowy forest", 4).Screenplay.ShouldNotBeNull();

        engine.ReadSequel(film, "qwrt xyzzy", 4, 8).ShouldBeNull();
    }

    private static async Task<List<byte[]>> MakeAsync(DioramaEngine engine, Screenplay screenplay, VideoFormat format, FilmContinuation? continuation)
    {
        await using EngineRun run = engine.Start(new EngineRequest { Prompt = screenplay.Prompt, Screenplay = screenplay, Format = format, Seed = 7, Continuation = continuation });
        await run.PrepareAsync(null, TestContext.Current.CancellationToken);
        List<byte[]> frames = [];
        float[] sound = new float[2 * (VideoFormat.SampleRate / format.Fps)];
        for (int i = 0; i < format.FrameCount; i++)
        {
            byte[] picture = new byte[format.FrameBytes];
            await run.RenderAsync(i, picture, sound, TestContext.Current.CancellationToken);
            frames.Add(picture);
        }

        return frames;
    }

    /// <summary>Mean difference of the luma of two frames, 0…255.</summary>
    private static double Difference(byte[] a, byte[] b) => Enumerable.Range(0, Format.Width * Format.Height).Average(i => Math.Abs(a[i] - b[i]));
}

using Lucarne.Diorama.Screenplays;
using Lucarne.Media;
using Lucarne.Studio.Engines;

namespace Lucarne.Studio.Tests;

/// <summary>What every engine promises. Derive a class for each engine.</summary>
public abstract class EngineContract
{
    protected abstract IEngine Engine { get; }

    /// <summary>A prompt that the engine does well.</summary>
    protected virtual string Prompt => "a red rubber ball bouncing down a wooden staircase";

    /// <summary>Frames that the tests make of each film.</summary>
    protected virtual int Frames => 8;

    [Fact]
    public void Its_capabilities_are_ones_that_a_film_can_have()
    {
        EngineCapabilities can = Engine.Capabilities;

        Engine.Id.ShouldMatch("^[a-z][a-z0-9-]*$");
        can.Sizes.ShouldNotBeEmpty();
        can.Fps.ShouldNotBeEmpty();
        can.Sizes.ShouldAllBe(s => s.Width % 2 == 0 && s.Height % 2 == 0 && s.Width >= 16 && s.Height >= 16 && s.Width <= 4096 && s.Height <= 4096);
        can.Fps.ShouldAllBe(f => f >= 1 && f <= 120);
        can.MinSeconds.ShouldBeGreaterThan(0);
        can.MaxSeconds.ShouldBeGreaterThanOrEqualTo(can.MinSeconds);
        can.MemoryBytes.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Every_size_and_rate_that_it_declares_can_be_planned_and_no_other()
    {
        EngineRegistry registry = new([Engine]);
        foreach (VideoSize size in Engine.Capabilities.Sizes)
        {
            foreach (int fps in Engine.Capabilities.Fps)
            {
                FilmPlan plan = registry.Plan(new FilmRequest { Prompt = Prompt, Seconds = Engine.Capabilities.MinSeconds, Size = size, Fps = fps }, 1);
                plan.Possible.ShouldBeTrue(plan.Refusal?.Message);
                plan.Request!.Format.ShouldBe(new VideoFormat(size.Width, size.Height, fps, (int)Math.Round(Engine.Capabilities.MinSeconds * fps)));
            }
        }

        registry.Plan(new FilmRequest { Prompt = Prompt, Seconds = Engine.Capabilities.MinSeconds, Size = new VideoSize(18, 18) }, 1)
            .Refusal.ShouldNotBeNull().Code.ShouldBe("size_not_supported");
        registry.Plan(new FilmRequest { Prompt = Prompt, Seconds = Engine.Capabilities.MaxSeconds + 1 }, 1).Refusal.ShouldNotBeNull().Code.ShouldBe("seconds_not_supported");
    }

    [Fact]
    public async Task The_same_seed_makes_the_same_bits_and_fills_every_byte_and_sample()
    {
        List<(byte[] Picture, float[] Sound)> first = await MakeAsync(seed: 42, fill: 0);
        List<(byte[] Picture, float[] Sound)> second = await MakeAsync(seed: 42, fill: 0xa5);

        first.Count.ShouldBe(Frames);
        for (int frame = 0; frame < Frames; frame++)
        {
            second[frame].Picture.AsSpan().SequenceEqual(first[frame].Picture).ShouldBeTrue($"the picture of frame {frame} differs");
            second[frame].Sound.AsSpan().SequenceEqual(first[frame].Sound).ShouldBeTrue($"the sound of frame {frame} differs");
        }
    }

    [Fact]
    public async Task Its_sound_stays_within_full_scale_and_its_pictures_within_range()
    {
        List<(byte[] Picture, float[] Sound)> film = await MakeAsync(seed: 7, fill: 0);

        film.SelectMany(f => f.Sound).ShouldAllBe(s => s >= -1 && s <= 1);
        film.SelectMany(f => f.Picture.Take(f.Picture.Length * 2 / 3)).Distinct().Count().ShouldBeGreaterThan(4, "a picture has more than a few shades");
    }

    [Fact]
    public async Task Cancelling_before_or_between_frames_stops_it()
    {
        EngineRequest request = Plan(seed: 1);
        await using EngineRun run = Engine.Start(request);
        using CancellationTokenSource cancel = new();
        await run.PrepareAsync(null, cancel.Token);
        byte[] picture = new byte[request.Format.FrameBytes];
        float[] sound = new float[request.Format.SamplesOf(0) * 2];
        await run.RenderAsync(0, picture, sound, cancel.Token);
        await cancel.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(async () => await run.RenderAsync(1, picture, sound, cancel.Token).AsTask().WaitAsync(TimeSpan.FromSeconds(10)));
        await using EngineRun unprepared = Engine.Start(request);
        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await unprepared.PrepareAsync(null, cancel.Token);
            await unprepared.RenderAsync(0, picture, sound, cancel.Token);
        });
    }

    private EngineRequest Plan(long seed)
    {
        FilmPlan plan = new EngineRegistry([Engine]).Plan(
            new FilmRequest { Prompt = Prompt, Seconds = Engine.Capabilities.MinSeconds, Size = Engine.Capabilities.Sizes.MinBy(s => s.Width * s.Height), Seed = seed }, 0);
        plan.Possible.ShouldBeTrue(plan.Refusal?.Message);
        return plan.Request!;
    }

    private async Task<List<(byte[] Picture, float[] Sound)>> MakeAsync(long seed, byte fill)
    {
        EngineRequest request = Plan(seed);
        request.Format.FrameCount.ShouldBeGreaterThanOrEqualTo(Frames);
        await using EngineRun run = Engine.Start(request);
        run.Format.ShouldBe(request.Format);
        await run.PrepareAsync(null, CancellationToken.None);
        List<(byte[], float[])> film = [];
        for (int frame = 0; frame < Frames; frame++)
        {
            byte[] picture = new byte[request.Format.FrameBytes];
            float[] sound = new float[request.Format.SamplesOf(frame) * 2];
            picture.AsSpan().Fill(fill);
            sound.AsSpan().Fill(float.NaN);
            await run.RenderAsync(frame, picture, sound, CancellationToken.None);
            film.Add((picture, sound));
        }

        return film;
    }
}

public sealed class ColourBarsEngineTests : EngineContract
{
    protected override IEngine Engine { get; } = new ColourBarsEngine();
}

public sealed class DioramaEngineTests : EngineContract
{
    protected override IEngine Engine { get; } = new DioramaEngine();

    protected override int Frames => 3;

    [Fact]
    public void A_screenplay_comes_back_from_its_row_as_it_was_read()
    {
        foreach (string prompt in (string[])["a red rubber ball bouncing down a wooden staircase, heavy rain, orbit shot", "deux chats noirs sur un mur au coucher du soleil, l'un dit « bonjour »"])
        {
            Screenplay read = Engine.ReadScreenplay(prompt, 10).ShouldNotBeNull().Screenplay.ShouldNotBeNull();

            Screenplay stored = ScreenplayJson.Read(ScreenplayJson.Write(read)).ShouldNotBeNull();

            ScreenplayJson.Write(stored).ShouldBe(ScreenplayJson.Write(read));
            stored.Shots[0].Subjects.Select(subject => (subject.Concept, subject.Count)).ShouldBe(read.Shots[0].Subjects.Select(subject => (subject.Concept, subject.Count)));
            stored.Understood.ShouldBe(read.Understood);
        }
    }

    [Fact]
    public void A_screenplay_of_another_shape_is_read_anew_from_the_prompt() => ScreenplayJson.Read("""{"prompt":"x"}""").ShouldBeNull();
}

using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using Lucarne.Media.Encoding;

namespace Lucarne.Media.Tests;

public sealed class LiveEncoderTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(128, 224, 24, 61)]
    [InlineData(224, 128, 30, 45)]
    [InlineData(160, 160, 16, 33)]
    [InlineData(98, 130, 25, 3)]
    [InlineData(64, 64, 24, 1)]
    public async Task The_final_film_has_exactly_the_frames_rate_size_and_sound_asked_for(int width, int height, int fps, int frames)
    {
        VideoFormat format = new(width, height, fps, frames);
        string fragmented = await TestFilm.EncodeAsync(format, _folder.Path);
        FinishedFiles files = await Finisher.FinishAsync(new Ffmpeg(), format, fragmented, frames / 2, _folder.Path, None);

        JsonElement probe = await Tool.ProbeAsync(files.VideoPath, "-show_streams", "-show_format", "-count_frames");
        JsonElement picture = probe.GetProperty("streams")[0];
        JsonElement sound = probe.GetProperty("streams")[1];
        picture.GetProperty("codec_name").GetString().ShouldBe("h264");
        (picture.GetProperty("width").GetInt32(), picture.GetProperty("height").GetInt32()).ShouldBe((width, height));
        picture.GetProperty("r_frame_rate").GetString().ShouldBe($"{fps}/1");
        picture.GetProperty("nb_read_frames").GetString().ShouldBe($"{frames}");
        picture.GetProperty("pix_fmt").GetString().ShouldBe("yuv420p");
        picture.GetProperty("color_space").GetString().ShouldBe("bt709");
        picture.GetProperty("color_range").GetString().ShouldBe("tv");
        picture.GetProperty("color_primaries").GetString().ShouldBe("bt709");
        picture.GetProperty("color_transfer").GetString().ShouldBe("bt709");
        picture.GetProperty("chroma_location").GetString().ShouldBe("center");
        picture.Number("duration").ShouldBe(format.Seconds, 0.001);
        picture.Number("start_time").ShouldBe(0);
        sound.GetProperty("codec_name").GetString().ShouldBe("aac");
        sound.GetProperty("sample_rate").GetString().ShouldBe("48000");
        sound.GetProperty("channels").GetInt32().ShouldBe(2);
        sound.Number("start_time").ShouldBe(0);
        probe.GetProperty("format").Number("duration").ShouldBe(Math.Max(format.Seconds, 1024 / 48000.0), 0.0015);
        BoxTypes(files.VideoPath).ShouldBe(["ftyp", "moov", "free", "mdat"]);
    }

    [Fact]
    public async Task Sound_is_heard_with_the_frame_that_it_belongs_to()
    {
        VideoFormat format = new(64, 64, 24, 48);
        string fragmented = await TestFilm.EncodeAsync(format, _folder.Path, onsetSample: format.FirstSampleOf(30));
        FinishedFiles files = await Finisher.FinishAsync(new Ffmpeg(), format, fragmented, 0, _folder.Path, None);

        byte[] bytes = await Tool.RunAsync("ffmpeg", ["-v", "error", "-i", files.VideoPath, "-map", "0:a", "-f", "f32le", "-"]);
        float[] samples = MemoryMarshal.Cast<byte, float>(bytes).ToArray();
        int onset = Array.FindIndex(samples, s => Math.Abs(s) > 0.2f) / 2;

        ((double)onset).ShouldBe(format.FirstSampleOf(30), 100, "100 samples are 2 ms");
    }

    [Fact]
    public async Task The_stream_grows_while_the_film_is_made_and_ends_as_a_whole_one()
    {
        VideoFormat format = new(128, 224, 24, 84);
        List<int> watchable = [];
        List<string> playlists = [];
        await TestFilm.EncodeAsync(format, _folder.Path, onSegment: frames =>
        {
            watchable.Add(frames);
            playlists.Add(File.ReadAllText(_folder.File("stream/index.m3u8")));
        });

        watchable.ShouldBe([12, 24, 48, 72, 84]);
        playlists.ShouldAllBe(p => p.Contains("#EXT-X-PLAYLIST-TYPE:EVENT") && !p.Contains("ENDLIST"));
        playlists.Zip(playlists.Skip(1)).ShouldAllBe(pair => pair.Second.StartsWith(pair.First), "a segment that was named stays named");
        string last = File.ReadAllText(_folder.File("stream/index.m3u8"));
        last.ShouldContain("#EXT-X-PLAYLIST-TYPE:VOD");
        last.ShouldEndWith("#EXT-X-ENDLIST\n");
        last.Split('\n').Where(line => line.StartsWith("#EXTINF:", StringComparison.Ordinal)).Select(line => line[8..^1])
            .ShouldBe(["0.500000", "0.500000", "1.000000", "1.000000", "0.500000"]);
        JsonElement probe = await Tool.ProbeAsync(_folder.File("stream/index.m3u8"), "-count_frames", "-show_streams", "-allowed_extensions", "ALL");
        probe.GetProperty("streams")[0].GetProperty("nb_read_frames").GetString().ShouldBe("84");
        Directory.GetFiles(_folder.File("stream"), "*.part").ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_segment_plays_by_itself_after_the_init_segment()
    {
        VideoFormat format = new(128, 224, 24, 60);
        await TestFilm.EncodeAsync(format, _folder.Path);
        byte[] init = File.ReadAllBytes(_folder.File("stream/init.mp4"));
        SegmentPlan plan = new(format);

        for (int segment = 0; segment < plan.FirstFrames.Count; segment++)
        {
            string alone = _folder.File($"alone{segment}.mp4");
            File.WriteAllBytes(alone, [.. init, .. File.ReadAllBytes(_folder.File($"stream/{segment}.m4s"))]);
            JsonElement frames = (await Tool.ProbeAsync(alone, "-select_streams", "v", "-show_frames", "-show_entries", "frame=key_frame,pts_time")).GetProperty("frames");
            frames.GetArrayLength().ShouldBe(plan.EndFrame(segment) - plan.FirstFrames[segment]);
            frames[0].GetProperty("key_frame").GetInt32().ShouldBe(1);
            frames[0].Number("pts_time").ShouldBe((double)plan.FirstFrames[segment] / format.Fps, 0.001);
        }
    }

    [Fact]
    public async Task The_first_half_second_can_be_watched_long_before_the_rest_is_made()
    {
        VideoFormat format = new(128, 224, 24, 240);
        TaskCompletionSource<int> first = new();
        await using LiveEncoder encoder = await LiveEncoder.StartAsync(new Ffmpeg(), format, _folder.Path, frames => first.TrySetResult(frames), None);
        byte[] picture = new byte[format.FrameBytes];
        int written = 0;
        for (; written < 48 && !first.Task.IsCompleted; written++)
        {
            TestFilm.Paint(format, written, picture);
            await encoder.WriteAsync(picture, new float[format.SamplesOf(written) * 2], None);
        }

        (await first.Task.WaitAsync(TimeSpan.FromSeconds(20))).ShouldBe(12);
    }

    [Fact]
    public async Task An_encoder_that_is_killed_ends_the_writing_with_a_reason()
    {
        VideoFormat format = new(360, 640, 24, 2400);
        await using LiveEncoder encoder = await LiveEncoder.StartAsync(new Ffmpeg(), format, _folder.Path, _ => { }, None);
        byte[] picture = new byte[format.FrameBytes];

        EncoderException failure = await Should.ThrowAsync<EncoderException>(async () =>
        {
            for (int frame = 0; frame < format.FrameCount; frame++)
            {
                if (frame == 30)
                {
                    using Process ffmpeg = Process.GetProcessById(encoder.ProcessId);
                    ffmpeg.Kill();
                }

                await encoder.WriteAsync(picture, new float[format.SamplesOf(frame) * 2], None);
            }
        });

        failure.Fault.ShouldBe(EncoderFault.Died);
    }

    [Fact]
    public async Task A_write_that_waits_for_a_stalled_encoder_is_cancelled_at_once()
    {
        VideoFormat format = new(360, 640, 24, 2400);
        await using LiveEncoder encoder = await LiveEncoder.StartAsync(new Ffmpeg(), format, _folder.Path, _ => { }, None);
        byte[] picture = new byte[format.FrameBytes];
        await Tool.RunAsync("kill", ["-STOP", $"{encoder.ProcessId}"]);
        using CancellationTokenSource cancel = new();
        cancel.CancelAfter(TimeSpan.FromSeconds(1));

        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            for (int frame = 0; frame < format.FrameCount; frame++)
            {
                await encoder.WriteAsync(picture, new float[format.SamplesOf(frame) * 2], cancel.Token);
            }
        });
    }

    [Fact]
    public async Task A_missing_ffmpeg_is_named_as_such()
    {
        EncoderException failure = await Should.ThrowAsync<EncoderException>(
            () => LiveEncoder.StartAsync(new Ffmpeg("/nowhere/ffmpeg"), new VideoFormat(64, 64, 24, 24), _folder.Path, _ => { }, None));

        failure.Fault.ShouldBe(EncoderFault.FfmpegMissing);
    }

    [Fact]
    public async Task An_encoder_that_ends_at_once_is_reported_instead_of_awaited()
    {
        string script = _folder.File("ffmpeg");
        File.WriteAllText(script, "#!/bin/sh\necho 'this build has no H.264' >&2\nexit 3\n");
        await Tool.RunAsync("chmod", ["500", script]);

        EncoderException failure = await Should.ThrowAsync<EncoderException>(
            () => LiveEncoder.StartAsync(new Ffmpeg(script), new VideoFormat(64, 64, 24, 24), _folder.Path, _ => { }, None));

        failure.Fault.ShouldBe(EncoderFault.Died);
        failure.Detail.ShouldContain("this build has no H.264");
    }

    [Fact]
    public async Task A_small_preview_a_thumbnail_and_a_contact_sheet_come_with_a_large_film()
    {
        VideoFormat format = new(720, 1280, 24, 48);
        string fragmented = await TestFilm.EncodeAsync(format, _folder.Path);
        FinishedFiles files = await Finisher.FinishAsync(new Ffmpeg(), format, fragmented, 24, _folder.Path, None);

        JsonElement preview = await Tool.ProbeAsync(files.PreviewPath, "-show_streams", "-count_frames");
        preview.GetProperty("streams")[0].GetProperty("height").GetInt32().ShouldBe(640);
        preview.GetProperty("streams")[0].GetProperty("nb_read_frames").GetString().ShouldBe("48");
        preview.GetProperty("streams")[1].GetProperty("codec_name").GetString().ShouldBe("aac");
        new FileInfo(files.PreviewPath).Length.ShouldBeLessThan(Finisher.PreviewMaxBytes);
        JsonElement thumbnail = (await Tool.ProbeAsync(files.ThumbnailPath, "-show_streams")).GetProperty("streams")[0];
        (thumbnail.GetProperty("width").GetInt32(), thumbnail.GetProperty("height").GetInt32()).ShouldBe((720, 1280));
        JsonElement sheet = (await Tool.ProbeAsync(files.ContactSheetPath, "-show_streams")).GetProperty("streams")[0];
        (sheet.GetProperty("width").GetInt32(), sheet.GetProperty("height").GetInt32()).ShouldBe((720, 960));
    }

    [Fact]
    public async Task A_thumbnail_shows_the_colours_of_its_frame()
    {
        VideoFormat format = new(128, 128, 24, 12);
        string fragmented = await TestFilm.EncodeAsync(format, _folder.Path);
        FinishedFiles files = await Finisher.FinishAsync(new Ffmpeg(), format, fragmented, 6, _folder.Path, None);

        byte[] shown = await Tool.RunAsync("ffmpeg", ["-v", "error", "-i", files.ThumbnailPath, "-vf", "crop=2:2:100:20", "-f", "rawvideo", "-pix_fmt", "rgb24", "-"]);

        // Y = 58, U = 100, V = 160 in BT.709 limited range.
        double y = (40 + (20 * 120 / 128) - 16) * 255 / 219.0;
        double[] wanted = [y + (1.5748 * 32 * 255 / 224), y + (0.1873 * 28 * 255 / 224) - (0.4681 * 32 * 255 / 224), Math.Max(0, y - (1.8556 * 28 * 255 / 224))];
        for (int channel = 0; channel < 3; channel++)
        {
            ((double)shown[channel]).ShouldBe(wanted[channel], 6, $"channel {channel} of {string.Join(", ", shown)}, wanted {string.Join(", ", wanted)}");
        }
    }

    private static List<string> BoxTypes(string path)
    {
        using BinaryReader reader = new(File.OpenRead(path));
        List<string> types = [];
        while (reader.BaseStream.Position < reader.BaseStream.Length)
        {
            uint size = System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(reader.ReadUInt32());
            types.Add(System.Text.Encoding.ASCII.GetString(reader.ReadBytes(4)));
            reader.BaseStream.Seek(size - 8, SeekOrigin.Current);
        }

        return types;
    }
}

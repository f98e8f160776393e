using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Lucarne.End2End.Tests.Harness;

namespace Lucarne.End2End.Tests.Works;

/// <summary>Edits of finished videos: exact to the frame, with the sound of one's choice, made as durable jobs.</summary>
public sealed class EditTests : IAsyncLifetime
{
    private LucarneApp _app = null!;

    public async ValueTask InitializeAsync() => _app = await LucarneApp.StartAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Two_clips_are_trimmed_and_joined_to_the_frame_and_a_dissolve_shortens_them_by_its_length()
    {
        using Person ada = await _app.SignUpAsync("ada");
        Answer first = await ada.CreateDraftAsync("a red ball");
        Answer second = await ada.PublishAsync("a blue boat at sea");

        Answer draft = await EditAsync(ada, new
        {
            title = "Ball and boat",
            clips = new object[]
            {
                new { draftId = first["id"], startFrame = 10, endFrame = 58 },
                new { postId = second["id"], endFrame = 36, crossfadeSeconds = 0.5 },
            },
        });

        draft["title"].ShouldBe("Ball and boat");
        draft.Find("edit").GetBoolean().ShouldBeTrue();
        JsonElement file = await ProbeAsync(ada, draft);
        int frames = int.Parse(file.GetProperty("streams")[0].GetProperty("nb_read_frames").GetString()!, CultureInfo.InvariantCulture);
        frames.ShouldBe(48 + 36 - 12);
        draft.Find("video.seconds").GetDouble().ShouldBe(3);
        (await ada.GetAsync(draft["video.hlsUrl"]!)).ShouldBeFine();

        // The sketch engine draws each frame a little brighter in its corner: frame 0 of the edit is frame 10 of the first clip.
        (await CornerAsync(ada, draft, 0)).ShouldBe(await CornerAsync(ada, first, 10), 3);
        (await CornerAsync(ada, draft, 30)).ShouldBe(await CornerAsync(ada, first, 40), 3);
        (await CornerAsync(ada, draft, 71)).ShouldBe(await CornerAsync(ada, second, 35), 3);
    }

    [Fact]
    public async Task A_clip_of_another_shape_is_shown_whole_in_the_size_of_the_first()
    {
        using Person ada = await _app.SignUpAsync("ada");
        Answer portrait = await ada.CreateDraftAsync("a red ball");
        Answer generation = (await ada.PostAsync("/api/generations", new { prompt = "a wide sea", seconds = 4, size = "320x180", fps = 12 })).ShouldBeFine(HttpStatusCode.Accepted);
        await ada.WatchAsync(generation["id"]);

        Answer draft = await EditAsync(ada, new { clips = new object[] { new { draftId = portrait["id"], endFrame = 24 }, new { draftId = generation["draftId"], endFrame = 12 } } });

        (draft.Find("video.width").GetInt32(), draft.Find("video.height").GetInt32()).ShouldBe((180, 320));
        draft.Find("video.seconds").GetDouble().ShouldBe(2, "a second at 24 frames and a second at 12");
    }

    [Fact]
    public async Task Sound_is_muted_turned_down_or_replaced_by_an_upload()
    {
        using Person ada = await _app.SignUpAsync("ada");
        Answer source = await ada.CreateDraftAsync("a red ball");
        object[] clips = [new { draftId = source["id"] }];
        Answer upload = (await UploadAsync(ada, await SineAsync("sine=frequency=1000:duration=2"), "tone.wav")).ShouldBeFine(HttpStatusCode.Created);
        upload["name"].ShouldBe("tone");
        upload.Find("seconds").GetDouble().ShouldBe(2, 0.1);

        Answer muted = await EditAsync(ada, new { clips, sound = new { mode = "mute" } });
        Answer quiet = await EditAsync(ada, new { clips, sound = new { mode = "keep", volume = 0.25 } });
        Answer replaced = await EditAsync(ada, new { clips, sound = new { mode = "replace", soundId = upload["id"] } });

        double kept = await LoudnessAsync(ada, source, 0, 1);
        (await LoudnessAsync(ada, muted, 0, 1)).ShouldBeLessThan(-80);
        (await LoudnessAsync(ada, quiet, 0, 1)).ShouldBe(kept - 12, 1);
        (await LoudnessAsync(ada, replaced, 0.2, 1)).ShouldBeGreaterThan(-30);
        (await LoudnessAsync(ada, replaced, 3, 0.9)).ShouldBeLessThan(-60, "the upload is over after two seconds");
        (await ada.DeleteAsync($"/api/sounds/{upload["id"]}")).ShouldBeFine(HttpStatusCode.NoContent);
        (await ada.GetAsync(upload["url"]!)).ShouldBeProblem("sound_not_found");
    }

    [Fact]
    public async Task A_sound_that_is_none_too_long_or_too_large_is_refused()
    {
        using Person ada = await _app.SignUpAsync("ada");

        (await UploadAsync(ada, "this is no sound"u8.ToArray(), "x.mp3")).ShouldBeProblem(HttpStatusCode.BadRequest, "sound_unreadable");
        (await UploadAsync(ada, [], "x.mp3")).ShouldBeProblem(HttpStatusCode.BadRequest, "sound_unreadable");
        (await UploadAsync(ada, "#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n"u8.ToArray(), "x.m3u8")).ShouldBeProblem(HttpStatusCode.BadRequest, "sound_unreadable");
        (await UploadAsync(ada, await SineAsync("sine=frequency=100:duration=200:sample_rate=8000"), "long.wav")).ShouldBeProblem(HttpStatusCode.BadRequest, "sound_too_long");
        (await UploadAsync(ada, new byte[(20 << 20) + 1], "large.wav")).ShouldBeProblem(HttpStatusCode.RequestEntityTooLarge, "sound_too_large");
    }

    [Fact]
    public async Task Edits_that_make_no_sense_are_refused_with_the_reason()
    {
        using Person ada = await _app.SignUpAsync("ada");
        using Person ben = await _app.SignUpAsync("ben");
        Answer draft = await ada.CreateDraftAsync("a red ball");
        Answer foreign = await ben.PublishAsync("a blue boat");
        string? id = draft["id"];

        async Task RefusedAsync(object body, string code) => (await ada.PostAsync("/api/edits", body)).ShouldBeProblem(code);
        await RefusedAsync(new { clips = Array.Empty<object>() }, "clips_invalid");
        await RefusedAsync(new { clips = Enumerable.Repeat(new { draftId = id }, 21) }, "clips_invalid");
        await RefusedAsync(new { clips = new[] { new { postId = foreign["id"] } } }, "clip_not_found");
        await RefusedAsync(new { clips = new[] { new { draftId = id, postId = foreign["id"] } } }, "clip_not_found");
        await RefusedAsync(new { clips = new[] { new { } } }, "clip_not_found");
        await RefusedAsync(new { clips = new[] { new { draftId = id, startFrame = 5, endFrame = 5 } } }, "clip_range_invalid");
        await RefusedAsync(new { clips = new[] { new { draftId = id, startFrame = -1, endFrame = 20 } } }, "clip_range_invalid");
        await RefusedAsync(new { clips = new[] { new { draftId = id, startFrame = 0, endFrame = 100_000 } } }, "clip_range_invalid");
        await RefusedAsync(new { clips = new[] { new { draftId = id, crossfadeSeconds = 1 } } }, "crossfade_invalid");
        await RefusedAsync(new { clips = new object[] { new { draftId = id }, new { draftId = id, endFrame = 10, crossfadeSeconds = 2 } } }, "crossfade_invalid");
        await RefusedAsync(new { clips = new[] { new { draftId = id, endFrame = 2 } } }, "edit_length_invalid");
        await RefusedAsync(new { clips = new[] { new { draftId = id, extendSeconds = 4 } } }, "extend_not_supported");
        await RefusedAsync(new { clips = new[] { new { draftId = id, extendSeconds = 1000 } } }, "extend_invalid");
        await RefusedAsync(new { clips = new[] { new { draftId = id } }, sound = new { mode = "keep", volume = 9 } }, "sound_invalid");
        await RefusedAsync(new { clips = new[] { new { draftId = id } }, sound = new { mode = "replace" } }, "sound_invalid");
        await RefusedAsync(new { clips = new[] { new { draftId = id } }, sound = new { mode = "replace", postId = foreign["id"] } }, "sound_not_found");
        await RefusedAsync(new { clips = new[] { new { draftId = id } }, size = "9999x3" }, "size_not_supported");
        await RefusedAsync(new { clips = new[] { new { draftId = id } }, title = new string('x', 101) }, "title_too_long");
    }

    [Fact]
    public async Task An_edit_whose_clip_was_deleted_fails_with_a_reason_and_can_be_tried_again()
    {
        using Person ada = await _app.SignUpAsync("ada");
        Answer clip = await ada.CreateDraftAsync("a red ball");
        _app.Engine.FrameDelay = TimeSpan.FromMilliseconds(60);
        Answer slow = await ada.CreateAsync("a blue boat");
        Answer edit = (await ada.PostAsync("/api/edits", new { clips = new[] { new { draftId = clip["id"] } } })).ShouldBeFine(HttpStatusCode.Accepted);

        (await ada.DeleteAsync($"/api/drafts/{clip["id"]}")).ShouldBeFine(HttpStatusCode.NoContent);

        await ada.PostAsync($"/api/generations/{slow["id"]}/cancel");
        IReadOnlyList<JsonElement> snapshots = await ada.WatchAsync(edit["id"]);
        snapshots[^1].GetProperty("status").GetString().ShouldBe("failed");
        snapshots[^1].GetProperty("failure").GetProperty("code").GetString().ShouldBe("edit_source_missing");
        Answer again = (await ada.PostAsync($"/api/drafts/{edit["draftId"]}/retry")).ShouldBeFine(HttpStatusCode.Accepted);
        again["id"].ShouldNotBe(edit["id"]);
        (await ada.GetAsync($"/api/drafts/{edit["draftId"]}"))["generation.failure.code"].ShouldBe("edit_source_missing", "the failed one keeps its reason");
    }

    [Fact]
    public async Task An_edit_can_be_cancelled_and_edited_again()
    {
        using Person ada = await _app.SignUpAsync("ada");
        Answer clip = await ada.CreateDraftAsync("a red ball");
        Answer once = await EditAsync(ada, new { clips = new[] { new { draftId = clip["id"], endFrame = 30 } } });
        Answer edit = (await ada.PostAsync("/api/edits", new { clips = Enumerable.Repeat(new { draftId = clip["id"] }, 20) })).ShouldBeFine(HttpStatusCode.Accepted);

        (await ada.PostAsync($"/api/generations/{edit["id"]}/cancel")).ShouldBeFine()["status"].ShouldBe("cancelled");

        Answer twice = await EditAsync(ada, new { clips = new[] { new { draftId = once["id"], startFrame = 6 } } });
        twice.Find("video.seconds").GetDouble().ShouldBe(1);
        (await ada.PostAsync($"/api/drafts/{twice["id"]}/reroll")).ShouldBeProblem(HttpStatusCode.Conflict, "edit_has_no_takes");
    }

    private static async Task<Answer> EditAsync(Person person, object edit)
    {
        Answer generation = (await person.PostAsync("/api/edits", edit)).ShouldBeFine(HttpStatusCode.Accepted);
        IReadOnlyList<JsonElement> snapshots = await person.WatchAsync(generation["id"]);
        snapshots[^1].GetProperty("status").GetString().ShouldBe("completed", snapshots[^1].ToString());
        return (await person.GetAsync($"/api/drafts/{generation["draftId"]}")).ShouldBeFine();
    }

    private static Task<Answer> UploadAsync(Person person, byte[] bytes, string name)
    {
        ByteArrayContent content = new(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        return person.PostAsync($"/api/sounds?name={name}", content);
    }

    private static async Task<JsonElement> ProbeAsync(Person person, Answer draft) => await WithFileAsync(person, draft, async path =>
        JsonElement.Parse(await RunAsync("ffprobe", "-v", "error", "-count_frames", "-select_streams", "v", "-show_entries", "stream=nb_read_frames", "-of", "json", path)));

    /// <summary>Mean brightness of the corner of one frame.</summary>
    private static Task<double> CornerAsync(Person person, Answer draft, int frame) => WithFileAsync(person, draft, async path =>
        (await RunAsync("ffmpeg", "-v", "error", "-i", path, "-vf", $"select=eq(n\\,{frame}),crop=8:8:0:0", "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "gray", "pipe:1")).Average(b => (double)b));

    /// <summary>Mean level of a stretch in decibels.</summary>
    private static Task<double> LoudnessAsync(Person person, Answer draft, double from, double seconds) => WithFileAsync(person, draft, async path =>
    {
        byte[] pcm = await RunAsync(
            "ffmpeg", "-v", "error", "-i", path, "-ss", from.ToString(CultureInfo.InvariantCulture), "-t", seconds.ToString(CultureInfo.InvariantCulture), "-vn", "-ac", "1", "-f", "s16le", "pipe:1");
        double power = Enumerable.Range(0, pcm.Length / 2).Average(i => Math.Pow(BitConverter.ToInt16(pcm, i * 2) / 32768.0, 2));
        return 10 * Math.Log10(power + 1e-12);
    });

    private static async Task<T> WithFileAsync<T>(Person person, Answer source, Func<string, Task<T>> use)
    {
        string path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, (await person.GetAsync(source["video.mp4Url"]!)).ShouldBeFine().Bytes);
            return await use(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static Task<byte[]> SineAsync(string source) => RunAsync("ffmpeg", "-v", "error", "-f", "lavfi", "-i", source, "-f", "wav", "pipe:1");

    private static async Task<byte[]> RunAsync(string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
        using MemoryStream output = new();
        await process.StandardOutput.BaseStream.CopyToAsync(output);
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)}");
        return output.ToArray();
    }
}

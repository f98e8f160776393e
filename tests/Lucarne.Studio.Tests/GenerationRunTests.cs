using System.Diagnostics;
using Lucarne.Media.Storage;
using Lucarne.Studio.Engines;
using Lucarne.Studio.Generations;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Studio.Tests;

/// <summary>Whole runs: real engine, real ffmpeg, real SQLite, real files.</summary>
public sealed class GenerationRunTests : IDisposable
{
    private readonly FilmsDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task A_generation_is_made_watched_meanwhile_and_stored()
    {
        await using StudioNode node = new(_database, new ColourBarsEngine { FrameDelay = TimeSpan.FromMilliseconds(15) });
        await node.StartAsync();
        Generation asked = await node.AskAsync(seconds: 3);

        bool watchedMeanwhile = false;
        List<GenerationSnapshot> seen = await node.WatchToTheEndAsync(asked.Id, async snapshot =>
        {
            if (snapshot is { Status: GenerationStatus.InProgress, ReadySeconds: > 0 } && !watchedMeanwhile)
            {
                StreamFile playlist = (await node.Service.FindStreamFileAsync(asked.Id, "index.m3u8")).ShouldNotBeNull();
                playlist.ContentType.ShouldBe("application/vnd.apple.mpegurl");
                (await node.Service.FindStreamFileAsync(asked.Id, "init.mp4")).ShouldNotBeNull();
                (await node.Service.FindStreamFileAsync(asked.Id, "0.m4s")).ShouldNotBeNull().IsFinal.ShouldBeTrue();
                watchedMeanwhile = File.ReadAllText(playlist.Path).Contains("0.m4s", StringComparison.Ordinal);
            }
        });

        watchedMeanwhile.ShouldBeTrue();
        seen[^1].Status.ShouldBe(GenerationStatus.Completed, seen[^1].Failure?.ToString());
        seen[^1].Progress.ShouldBe(1);
        seen.Select(s => s.Progress).ShouldBeInOrder();
        seen.Select(s => s.ReadySeconds).ShouldBeInOrder();
        seen.Count(s => s.Progress is > 0 and < 1).ShouldBeGreaterThan(3);

        Generation stored = await _database.ReadAsync(asked.Id);
        (stored.Status, stored.Progress, stored.FramesDone, stored.LeaseOwner).ShouldBe((GenerationStatus.Completed, 1, 72, null));
        stored.Artefacts.Select(a => a.Name).Order(StringComparer.Ordinal).ShouldBe(
        [
            "contact-sheet.webp", "playlist.m3u8", "preview.mp4", "stream/0.m4s", "stream/1.m4s", "stream/2.m4s", "stream/3.m4s", "stream/index.m3u8",
            "stream/init.mp4", "thumbnail.webp", "video.mp4",
        ]);
        stored.Artefacts.ShouldAllBe(a => new FileInfo(node.Media.Find(a.Reference)!).Length == a.SizeBytes);
        await node.NoWorkIsLeftAsync();
    }

    [Fact]
    public async Task The_stored_playlist_names_every_file_as_the_store_does()
    {
        await using StudioNode node = new(_database);
        await node.StartAsync();
        Generation asked = await node.AskAsync(seconds: 1);
        await node.WatchToTheEndAsync(asked.Id);

        Generation stored = await _database.ReadAsync(asked.Id);
        string playlist = File.ReadAllText(node.Media.Find(stored.Artefacts.Single(a => a.Name == Artefact.StoredPlaylist).Reference)!);
        foreach (Artefact segment in stored.Artefacts.Where(a => a.Name is "stream/init.mp4" or "stream/0.m4s" or "stream/1.m4s"))
        {
            playlist.ShouldContain(segment.Reference.ToString());
        }

        playlist.ShouldNotContain("init.mp4");
        playlist.ShouldEndWith("#EXT-X-ENDLIST\n");
        (await node.Service.FindStreamFileAsync(asked.Id, "1.m4s")).ShouldNotBeNull("a player that is in the live stream finds its segments afterwards");
    }

    [Theory]
    [InlineData("../../films.db")]
    [InlineData("..%2f..%2ffilms.db")]
    [InlineData("stored.m3u8")]
    [InlineData("1.m4s\n")]
    [InlineData("")]
    public async Task Only_files_of_the_stream_are_found(string name)
    {
        await using StudioNode node = new(_database);

        (await node.Service.FindStreamFileAsync(FilmsDatabase.NewId(), name)).ShouldBeNull();
    }

    [Fact]
    public async Task The_same_seed_makes_the_same_bits_and_another_seed_does_not()
    {
        await using StudioNode node = new(_database);
        await node.StartAsync();
        Generation[] asked = [await node.AskAsync(seconds: 1, seed: 7), await node.AskAsync(seconds: 1, seed: 7), await node.AskAsync(seconds: 1, seed: 8)];
        List<string> hashes = [];
        foreach (Generation generation in asked)
        {
            await node.WatchToTheEndAsync(generation.Id);
            hashes.Add((await _database.ReadAsync(generation.Id)).Artefacts.Single(a => a.Name == Artefact.Video).Sha256);
        }

        hashes[1].ShouldBe(hashes[0]);
        hashes[2].ShouldNotBe(hashes[0]);
    }

    [Fact]
    public async Task Deleting_spares_files_that_another_generation_shares()
    {
        await using StudioNode node = new(_database);
        await node.StartAsync();
        Generation first = await node.AskAsync(seconds: 1, seed: 7);
        Generation second = await node.AskAsync(seconds: 1, seed: 7);
        await node.WatchToTheEndAsync(first.Id);
        await node.WatchToTheEndAsync(second.Id);
        MediaReference video = (await _database.ReadAsync(first.Id)).Artefacts.Single(a => a.Name == Artefact.Video).Reference;

        (await node.Service.DeleteAsync(FilmsDatabase.NewId(), first.Id)).ShouldNotBeNull().Code.ShouldBe("generation_not_found");
        (await node.Service.DeleteAsync(first.OwnerId, first.Id)).ShouldBeNull();
        node.Media.Find(video).ShouldNotBeNull();
        (await node.Service.DeleteAsync(second.OwnerId, second.Id)).ShouldBeNull();

        Directory.GetFiles(Path.Combine(node.Options.DataFolder, "media"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    [Fact]
    public async Task Cancelling_stops_the_engine_and_ffmpeg_and_leaves_nothing()
    {
        await using StudioNode node = new(_database, new ColourBarsEngine { FrameDelay = TimeSpan.FromMilliseconds(20) });
        await node.StartAsync();
        Generation asked = await node.AskAsync(seconds: 20);
        TimeSpan stopped = TimeSpan.MaxValue;

        List<GenerationSnapshot> seen = await node.WatchToTheEndAsync(asked.Id, async snapshot =>
        {
            if (snapshot.ReadySeconds > 0)
            {
                (await node.Service.DeleteAsync(asked.OwnerId, asked.Id)).ShouldNotBeNull().Code.ShouldBe("generation_in_progress");
                long start = Stopwatch.GetTimestamp();
                (await node.Service.CancelAsync(asked.OwnerId, asked.Id)).ShouldBeNull();
                while (node.WorkLeft().Length > 0 && Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(30))
                {
                    await Task.Delay(5);
                }

                stopped = Stopwatch.GetElapsedTime(start);
            }
        });

        seen[^1].Status.ShouldBe(GenerationStatus.Cancelled);
        TestContext.Current.TestOutputHelper?.WriteLine($"stopped after {stopped.TotalMilliseconds:0} ms");
        await node.NoWorkIsLeftAsync();
        (await _database.ReadAsync(asked.Id)).Artefacts.ShouldBeEmpty();
        Generation next = await node.AskAsync(seconds: 0.5);
        (await node.WatchToTheEndAsync(next.Id))[^1].Status.ShouldBe(GenerationStatus.Completed, "the worker goes on");
    }

    [Fact]
    public async Task An_engine_that_breaks_fails_the_generation_with_words_and_hides_its_own()
    {
        await using StudioNode node = new(_database, new ColourBarsEngine { FailAtFrame = 20 });
        await node.StartAsync();
        Generation asked = await node.AskAsync();

        GenerationSnapshot end = (await node.WatchToTheEndAsync(asked.Id))[^1];

        end.Status.ShouldBe(GenerationStatus.Failed);
        end.Failure.ShouldNotBeNull().Code.ShouldBe("engine_failed");
        end.Failure.ToString().ShouldNotContain("projector");
        (await _database.ReadAsync(asked.Id)).FailureDetail.ShouldNotBeNull().ShouldContain("the lamp of the projector broke");
        await node.NoWorkIsLeftAsync();
    }

    [Fact]
    public async Task A_missing_ffmpeg_is_said_and_nothing_is_left()
    {
        await using StudioNode node = new(_database, with: o => o with { FfmpegPath = "/nowhere/ffmpeg" });
        await node.StartAsync();
        Generation asked = await node.AskAsync();

        GenerationSnapshot end = (await node.WatchToTheEndAsync(asked.Id))[^1];

        end.Failure.ShouldNotBeNull().Code.ShouldBe("ffmpeg_missing");
        end.Failure.Action.ShouldContain("install ffmpeg");
        await node.NoWorkIsLeftAsync();
    }

    [Fact]
    public async Task A_full_disk_is_said_before_any_work_is_done()
    {
        await using StudioNode node = new(_database, with: o => o with { MinFreeBytes = long.MaxValue });
        await node.StartAsync();
        Generation asked = await node.AskAsync();

        (await node.WatchToTheEndAsync(asked.Id))[^1].Failure.ShouldNotBeNull().Code.ShouldBe("disk_full");
    }

    [Fact]
    public async Task A_killed_encoder_is_tried_again_and_the_film_is_whole()
    {
        await using StudioNode node = new(_database, new ColourBarsEngine { FrameDelay = TimeSpan.FromMilliseconds(20) });
        await node.StartAsync();
        Generation asked = await node.AskAsync(seconds: 3);
        bool killed = false;

        List<GenerationSnapshot> seen = await node.WatchToTheEndAsync(asked.Id, snapshot =>
        {
            if (snapshot.ReadySeconds > 0 && !killed)
            {
                KillMyFfmpegs().ShouldBe(1);
                killed = true;
            }

            return Task.CompletedTask;
        });

        seen[^1].Status.ShouldBe(GenerationStatus.Completed, seen[^1].Failure?.ToString());
        Generation stored = await _database.ReadAsync(asked.Id);
        (stored.Attempt, stored.FramesDone).ShouldBe((2, 72));
        await node.NoWorkIsLeftAsync();
    }

    [Fact]
    public async Task An_encoder_that_keeps_dying_fails_the_generation()
    {
        await using StudioNode node = new(_database, new ColourBarsEngine { FrameDelay = TimeSpan.FromMilliseconds(20) }, o => o with { MaxAttempts = 1 });
        await node.StartAsync();
        Generation asked = await node.AskAsync(seconds: 3);

        List<GenerationSnapshot> seen = await node.WatchToTheEndAsync(asked.Id, snapshot =>
        {
            if (snapshot is { Status: GenerationStatus.InProgress, ReadySeconds: > 0 })
            {
                KillMyFfmpegs();
            }

            return Task.CompletedTask;
        });

        seen[^1].Failure.ShouldNotBeNull().Code.ShouldBe("encoder_died");
        await node.NoWorkIsLeftAsync();
    }

    [Fact]
    public async Task A_node_that_stops_gives_its_generation_back_untouched()
    {
        await using (StudioNode node = new(_database, new ColourBarsEngine { FrameDelay = TimeSpan.FromMilliseconds(20) }))
        {
            await node.StartAsync();
            Generation asked = await node.AskAsync(seconds: 20);
            using CancellationTokenSource enough = new();
            await foreach (GenerationSnapshot snapshot in node.Service.WatchAsync(asked.Id))
            {
                if (snapshot.FramesDone > 5)
                {
                    break;
                }
            }

            await node.StopAsync();

            Generation released = await _database.ReadAsync(asked.Id);
            (released.Status, released.Attempt, released.FramesDone).ShouldBe((GenerationStatus.Queued, 0, 0));
            await node.NoWorkIsLeftAsync();
        }
    }

    [Fact]
    public async Task A_generation_whose_lease_is_taken_away_stops_and_writes_nothing()
    {
        await using StudioNode node = new(
            _database, new ColourBarsEngine { FrameDelay = TimeSpan.FromMilliseconds(20) }, o => o with { Heartbeat = TimeSpan.FromMilliseconds(50) });
        await node.StartAsync();
        Generation asked = await node.AskAsync(seconds: 20);
        bool taken = false;
        using CancellationTokenSource giveUp = new(TimeSpan.FromMinutes(1));
        await foreach (GenerationSnapshot snapshot in node.Service.WatchAsync(asked.Id, giveUp.Token))
        {
            if (snapshot.ReadySeconds > 0 && !taken)
            {
                taken = true;
                await using FilmsContext db = _database.CreateDbContext();
                await db.Generations.ExecuteUpdateAsync(set => set.SetProperty(g => g.LeaseOwner, "another/1/1/1"));
                break;
            }
        }

        while (node.WorkLeft().Length > 0)
        {
            await Task.Delay(20, giveUp.Token);
        }

        (await _database.ReadAsync(asked.Id)).LeaseOwner.ShouldBe("another/1/1/1");
    }

    /// <summary>Kills the ffmpeg processes that this process started.</summary>
    private static int KillMyFfmpegs()
    {
        int count = 0;
        foreach (Process ffmpeg in Process.GetProcessesByName("ffmpeg"))
        {
            using (ffmpeg)
            {
                string[] stat = File.ReadAllText($"/proc/{ffmpeg.Id}/stat").Split(' ');
                if (stat[3] == Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture))
                {
                    ffmpeg.Kill();
                    count++;
                }
            }
        }

        return count;
    }
}

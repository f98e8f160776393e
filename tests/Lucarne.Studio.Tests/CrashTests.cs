using System.Diagnostics;
using System.Globalization;
using Lucarne.Studio.Generations;

namespace Lucarne.Studio.Tests;

/// <summary>A studio in a process of its own is killed without warning in the middle of a generation.</summary>
public sealed class CrashTests
{
    private const string FolderVariable = "LUCARNE_CRASH_TEST_FOLDER";

    [Theory]
    [InlineData("0.m4s")]
    [InlineData("3.m4s")]
    public async Task A_generation_outlives_a_kill_and_so_does_the_one_behind_it(string whenThereIs)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "looks for child processes under /proc");
        using FilmsDatabase database = new();
        await using StudioNode node = new(database);
        Generation interrupted = await node.AskAsync(seconds: 4);
        Generation behind = await node.AskAsync(interrupted.OwnerId, seconds: 1);
        using Process child = StartChild(database.Folder);
        string work = Path.Combine(node.Options.DataFolder, "work");
        using CancellationTokenSource giveUp = new(TimeSpan.FromMinutes(1));
        while (!Directory.EnumerateFiles(work, whenThereIs, SearchOption.AllDirectories).Any())
        {
            child.HasExited.ShouldBeFalse("the studio in the child process ended by itself");
            await Task.Delay(20, giveUp.Token);
        }

        List<int> ffmpegs = ChildrenOf(child.Id);
        ffmpegs.ShouldNotBeEmpty();
        child.Kill();
        await child.WaitForExitAsync(giveUp.Token);
        (await database.ReadAsync(interrupted.Id)).Status.ShouldBe(GenerationStatus.InProgress, "the crash told nobody");
        node.WorkLeft().ShouldNotBeEmpty();

        await node.StartAsync();

        (await node.WatchToTheEndAsync(interrupted.Id))[^1].Status.ShouldBe(GenerationStatus.Completed);
        (await node.WatchToTheEndAsync(behind.Id))[^1].Status.ShouldBe(GenerationStatus.Completed);
        Generation stored = await database.ReadAsync(interrupted.Id);
        stored.Attempt.ShouldBe(2);
        stored.Artefacts.ShouldAllBe(a => node.Media.Find(a.Reference) != null);
        await node.NoWorkIsLeftAsync();
        while (ffmpegs.Exists(id => File.Exists($"/proc/{id}/cmdline") && File.ReadAllText($"/proc/{id}/cmdline").Contains("ffmpeg", StringComparison.Ordinal)))
        {
            await Task.Delay(20, giveUp.Token);
        }
    }

    /// <summary>The studio that is killed; runs only when the test above starts it.</summary>
    [Fact(Explicit = true)]
    public async Task The_studio_that_is_killed()
    {
        string folder = Environment.GetEnvironmentVariable(FolderVariable).ShouldNotBeNull();
        await using StudioNode node = new(FilmsDatabase.At(folder), new ColourBarsEngine { FrameDelay = TimeSpan.FromMilliseconds(25) });
        await node.StartAsync();
        await Task.Delay(TimeSpan.FromMinutes(2));
    }

    private static Process StartChild(string folder)
    {
        ProcessStartInfo info = new(Environment.ProcessPath!) { UseShellExecute = false, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath!) == "dotnet")
        {
            info.ArgumentList.Add(typeof(CrashTests).Assembly.Location);
        }

        foreach (string argument in (string[])["-explicit", "only", "-method", $"*.{nameof(The_studio_that_is_killed)}"])
        {
            info.ArgumentList.Add(argument);
        }

        info.Environment[FolderVariable] = folder;
        return Process.Start(info)!;
    }

    private static List<int> ChildrenOf(int processId)
    {
        List<int> children = [];
        foreach (Process candidate in Process.GetProcessesByName("ffmpeg"))
        {
            using (candidate)
            {
                if (File.Exists($"/proc/{candidate.Id}/stat")
                    && File.ReadAllText($"/proc/{candidate.Id}/stat").Split(' ')[3] == processId.ToString(CultureInfo.InvariantCulture))
                {
                    children.Add(candidate.Id);
                }
            }
        }

        return children;
    }
}

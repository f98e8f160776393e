using System.CommandLine;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using Lucarne.Media.Encoding;
using Lucarne.Safety;
using Lucarne.Safety.Text;
using Lucarne.Studio.Encoding;
using Lucarne.Studio.Engines;
using Lucarne.Studio.Generations;
using Spectre.Console;

namespace Lucarne.App.Commands;

/// <summary><c>generate</c>: makes one video from a prompt, without a server.</summary>
internal static class GenerateCommand
{
    public static Command Create()
    {
        Argument<string> prompt = SharedOptions.Prompt();
        Option<string?> output = new("--output", "-o") { Description = "Where the mp4 goes; replaced if it exists.", HelpName = "FILE" };
        Option<double?> seconds = new("--seconds") { Description = "Length of the video. The engine's default when absent." };
        Option<string?> size = new("--size") { Description = "Picture size, width first, such as 720x1280. The engine's default when absent.", HelpName = "WxH" };
        Option<int?> fps = new("--fps") { Description = "Frames a second. The engine's default when absent." };
        Option<long?> seed = new("--seed") { Description = "The same seed makes the same video. Drawn when absent." };
        Option<string?> engine = new("--engine") { Description = "Engine. The first one when absent.", HelpName = "ID" };
        Option<FileInfo> image = Picture("--image", "Image that the video starts from: PNG, JPEG or WebP."), lastImage = Picture("--last-image", "Image that it ends with.");
        Option<FileInfo[]> references = new("--reference") { Description = "Pictures of what should appear.", HelpName = "FILE", AllowMultipleArgumentsPerToken = true };
        Option<FileInfo> extend = Picture("--extend", "Video that it goes on from; the file holds the continuation alone.");
        references.AcceptExistingOnly();
        Option<bool> json = SharedOptions.Json();
        Command command = new("generate", "Make one video from a prompt, without a server.") { prompt, output, seconds, size, fps, seed, engine, image, lastImage, references, extend, json };
        WanOptions wan = new();
        wan.AddTo(command);
        command.Validators.Add(result =>
        {
            bool dumps = result.GetValue(engine) == WanEngine.EngineId && wan.Dumps(result);
            if (result.GetValue(output) is null && !dumps)
            {
                result.AddError("Name the file to write with -o.");
            }
        });
        command.SetAction(async (parsed, cancel) =>
        {
            FilmRequest request = new()
            {
                Prompt = Clean(parsed.GetValue(prompt)!),
                Seconds = parsed.GetValue(seconds),
                Size = ReadSize(parsed.GetValue(size)),
                Fps = parsed.GetValue(fps),
                Seed = parsed.GetValue(seed),
                Engine = parsed.GetValue(engine),
                FirstImagePath = parsed.GetValue(image)?.FullName,
                LastImagePath = parsed.GetValue(lastImage)?.FullName,
                ReferencePaths = [.. (parsed.GetValue(references) ?? []).Select(file => file.FullName)],
                ContinuesPath = parsed.GetValue(extend)?.FullName,
            };
            bool asksWan = request.Engine == WanEngine.EngineId;
            if (parsed.GetValue(output) is { } path)
            {
                WanEngine? wanEngine = asksWan ? wan.CreateEngine(parsed, request.Size) : null;
                FilmRequest exact = wanEngine is null || wan.Frames(parsed) is not { } frames ? request : request with { Seconds = (double)frames / wanEngine.Capabilities.Fps[0] };
                return await RunAsync(exact, LucarneEngines.CreateRegistry(wanEngine), Path.GetFullPath(path), parsed.GetValue(json), cancel);
            }

            int code = 0;
            await ShowProgressAsync(tell => Task.Run(async () => code = await wan.RunToDumpAsync(parsed, request, share => tell?.Invoke(new ProductionProgress(share, 0, 0)), cancel), cancel));
            return code;
        });
        return command;
    }

    private static Option<FileInfo> Picture(string name, string description)
    {
        Option<FileInfo> option = new(name) { Description = description, HelpName = "FILE" };
        return option.AcceptExistingOnly();
    }

    private static string Clean(string typed)
    {
        (string prompt, Verdict? verdict) = PromptRules.Judge(typed);
        return verdict is null ? prompt : throw new CommandException(verdict.Change.TrimEnd('.'));
    }

    private static VideoSize? ReadSize(string? text) => text is null
        ? null
        : VideoSize.TryParse(text, out VideoSize size) ? size : throw new CommandException($"'{text}' is no size; write it as 720x1280");

    private static async Task<int> RunAsync(FilmRequest request, EngineRegistry engines, string output, bool json, CancellationToken cancel)
    {
        if (!Directory.Exists(Path.GetDirectoryName(output)))
        {
            throw new CommandException($"there is no folder {Path.GetDirectoryName(output)}");
        }

        FilmPlan plan = engines.Plan(request, drawnSeed: RandomNumberGenerator.GetInt32(int.MaxValue));
        if (!plan.Possible)
        {
            throw new CommandException(plan.Refusal.Message.TrimEnd('.'));
        }

        Stopwatch watch = Stopwatch.StartNew();
        Production production = new(new Ffmpeg());
        GenerationFailure? failure = null;
        await ShowProgressAsync(async tell => failure = await production.MakeAsync(plan, output, tell, cancel));
        if (failure is not null)
        {
            throw new CommandException($"{failure.Message} {failure.Action}".TrimEnd('.'));
        }

        Report(plan, output, watch.Elapsed.TotalSeconds, json);
        return 0;
    }

    private static async Task ShowProgressAsync(Func<Action<ProductionProgress>?, Task> work)
    {
        if (Console.IsErrorRedirected)
        {
            await work(null);
            return;
        }

        // On stderr, so that stdout holds nothing but the result.
        IAnsiConsole console = SharedOptions.ConsoleOn(Console.Error, Console.IsErrorRedirected);
        await console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                ProgressTask task = context.AddTask("Making the video", maxValue: 1);
                await work(progress => task.Value = progress.Progress);
            });
    }

    private static void Report(FilmPlan plan, string output, double tookSeconds, bool json)
    {
        EngineRequest made = plan.Request!;
        FileInfo file = new(output);
        if (json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(
                new
                {
                    File = output,
                    SizeBytes = file.Length,
                    made.Prompt,
                    Engine = plan.Engine!.Id,
                    made.Seed,
                    made.Format.Width,
                    made.Format.Height,
                    made.Format.Fps,
                    Frames = made.Format.FrameCount,
                    made.Format.Seconds,
                    TookSeconds = Math.Round(tookSeconds, 3),
                    TimesRealTime = Math.Round(made.Format.Seconds / tookSeconds, 3),
                },
                SharedOptions.JsonFormat));
        }
        else
        {
            Console.Out.WriteLine(FormattableString.Invariant(
                $"{output}: {made.Format.Width}x{made.Format.Height}, {made.Format.Seconds:0.##} s at {made.Format.Fps} fps, seed {made.Seed}, {file.Length / 1024.0 / 1024.0:0.0} MiB, made in {tookSeconds:0.0} s ({made.Format.Seconds / tookSeconds:0.0} × real time)"));
        }
    }
}

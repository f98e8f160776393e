using System.CommandLine;
using System.CommandLine.Parsing;
using Lucarne.Media;
using Lucarne.Media.Encoding;
using Lucarne.Media.Images;
using Lucarne.Studio.Engines;
using Lucarne.Wan.Autoencoder;
using Lucarne.Wan.Pipelines;
using Lucarne.Wan.Weights;

namespace Lucarne.App.Commands;

/// <summary>Options of <c>generate</c> for the Wan engine, and its run without encoding when only numbers are asked for.</summary>
internal sealed class WanOptions
{
    // The encoder's bound.
    private const int MaxSide = 4096;

    private readonly Option<string?> _model = SharedOptions.Model();
    private readonly Option<int?> _frames = new("--frames") { Description = "wan: number of frames, 1 + 4k, instead of --seconds." };
    private readonly Option<int> _steps = new("--steps") { Description = "wan: denoising steps, 1 to 1000.", DefaultValueFactory = _ => 30 };
    private readonly Option<float?> _guidance = new("--guidance") { Description = "wan: how closely to follow the prompt; 1 turns the negative prompt off. 5, or 4 for a model of two experts, when absent." };
    private readonly Option<float?> _guidance2 = new("--guidance-2") { Description = "wan: guidance of the second expert, where --guidance is above 1." };
    private readonly Option<string?> _negative = new("--negative") { Description = "wan: what is not wanted. The model's usual one when absent.", HelpName = "TEXT" };
    private readonly Option<int> _textLength = new("--text-length") { Description = "wan: rows of a prompt, padding included.", DefaultValueFactory = _ => PromptEncoder.DefaultLength };
    private readonly Option<string?> _inputs = new("--inputs") { Description = "wan: safetensors with any of latents, prompt_embeds, negative_prompt_embeds, image_embeds, in place of what the engine makes.", HelpName = "FILE" };
    private readonly Option<string> _precision = SharedOptions.Precision();
    private readonly Option<string?> _tiny = new("--tiny-decoder") { Description = "wan: weights of a tiny decoder (taew2_1) for a quick preview.", HelpName = "FILE" };
    private readonly Option<string?> _dump = new("--dump") { Description = "wan: where final_latents and frames go as safetensors, before any encoding.", HelpName = "FILE" };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (Option option in (Option[])[_model, _frames, _steps, _guidance, _guidance2, _negative, _textLength, _inputs, _precision, _tiny, _dump])
        {
            command.Add(option);
        }
    }

    /// <summary>Number of frames asked for; null when the length is in seconds.</summary>
    public int? Frames(ParseResult parsed) => parsed.GetValue(_frames);

    /// <summary>True when numbers are asked for, so that a video file need not be.</summary>
    public bool Dumps(CommandResult result) => result.GetValue(_dump) is not null;

    /// <summary>The Wan engine as these options set it up.</summary>
    public WanEngine CreateEngine(ParseResult parsed, VideoSize? size)
    {
        try
        {
            string folder = ModelFolder(parsed);
            WanModel model = WanModel.Read(folder);
            int step = model.SizeStep;
            if (size is { } asked && (asked.Width % step != 0 || asked.Height % step != 0 || asked.Width < step || asked.Height < step || asked.Width > MaxSide || asked.Height > MaxSide))
            {
                throw new CommandException($"this model makes sizes in steps of {step} pixels, up to {MaxSide} a side, not {asked}");
            }

            string? dump = DumpPath(parsed);
            return new WanEngine(new WanEngineOptions
            {
                ModelFolder = folder,
                Sizes = size is { } one ? [one] : null,
                Template = Request(parsed, model, string.Empty, size ?? default, 1),
                Finished = dump is null ? null : (generation, frames) => Write(dump, generation, frames),
            });
        }
        catch (Exception error) when (error is WeightFileException or ArgumentException)
        {
            throw new CommandException(Words(error), error);
        }
    }

    /// <summary>Runs the model and writes numbers only.</summary>
    public async Task<int> RunToDumpAsync(ParseResult parsed, FilmRequest film, Action<double> progress, CancellationToken cancel)
    {
        try
        {
            string dump = DumpPath(parsed)!;
            WanModel model = WanModel.Read(ModelFolder(parsed));
            int factor = model.Autoencoder.TemporalFactor;
            int frames = Frames(parsed) ?? (((int)Math.Round((film.Seconds ?? model.LongestSeconds) * model.Fps) - 1 + factor - 1) / factor * factor) + 1;
            VideoSize size = film.Size ?? throw new CommandException("name a size with --size, such as 832x480");
            EngineRequest asked = new()
            {
                Prompt = film.Prompt,
                Format = new VideoFormat(size.Width, size.Height, model.Fps, frames),
                Seed = film.Seed ?? 0,
                FirstImagePath = film.FirstImagePath,
                LastImagePath = film.LastImagePath,
                ReferencePaths = film.ReferencePaths,
                ContinuesPath = film.ContinuesPath,
            };
            GenerationRequest request = Request(parsed, model, film.Prompt, size, frames) with
            {
                Seed = unchecked((ulong)asked.Seed),
                Pictures = await WanPictures.ReadAsync(new Ffmpeg(), model, asked, cancel),
            };
            using Generation generation = new(model, request, (long)(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes * 0.8));
            generation.Prepare(share => progress(share * generation.PreparationShare), cancel);
            List<float[]> pictures = [];
            foreach (float[] picture in generation.Frames(cancel))
            {
                pictures.Add(picture);
                progress(generation.PreparationShare + ((1 - generation.PreparationShare) * pictures.Count / frames));
            }

            Write(dump, generation, pictures);
            Console.Out.WriteLine(FormattableString.Invariant($"{dump}: final_latents and {pictures.Count} frames of {request.Width}x{request.Height}; {generation.PeakBytes / 1e6:0} MB of {generation.Plan.PeakBytes / 1e6:0} MB planned"));
            return 0;
        }
        catch (Exception error) when (error is WeightFileException or ArgumentException or MemoryPlanException or PictureException or EncoderException or IOException or UnauthorizedAccessException)
        {
            throw new CommandException(Words(error), error);
        }
    }

    // .NET puts the parameter's name behind an argument's message.
    private static string Words(Exception error) => (error is ArgumentException { ParamName: { } name } ? error.Message.Replace($" (Parameter '{name}')", string.Empty, StringComparison.Ordinal) : error.Message).TrimEnd('.');

    // Looked at before hours of work, not after.
    private string? DumpPath(ParseResult parsed)
    {
        string? path = parsed.GetValue(_dump);
        return path is null || Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))) ? path : throw new CommandException($"there is no folder {Path.GetDirectoryName(Path.GetFullPath(path))}");
    }

    private string ModelFolder(ParseResult parsed) =>
        parsed.GetValue(_model) ?? LucarneEngines.ConfiguredModel ?? throw new CommandException($"the wan engine needs a model folder: name it with --model, or set {LucarneEngines.ModelVariable}");

    private GenerationRequest Request(ParseResult parsed, WanModel model, string prompt, VideoSize size, int frames)
    {
        bool two = model.Files.SecondTransformer;
        GenerationRequest request = new()
        {
            Prompt = prompt,
            NegativePrompt = parsed.GetValue(_negative) ?? GenerationRequest.DefaultNegativePrompt,
            Width = size.Width,
            Height = size.Height,
            Frames = frames,
            Steps = Bounded(parsed.GetValue(_steps), 1, 1000, "--steps"),
            Guidance = parsed.GetValue(_guidance) ?? (two ? 4 : 5),
            Guidance2 = parsed.GetValue(_guidance2) ?? (two && parsed.GetValue(_guidance) is null ? 3 : null),
            Precision = SharedOptions.ParsePrecision(parsed.GetValue(_precision)!),
            TinyDecoderPath = parsed.GetValue(_tiny),
            TextLength = Bounded(parsed.GetValue(_textLength), 1, 4096, "--text-length"),
        };
        if (parsed.GetValue(_inputs) is not { } path)
        {
            return request;
        }

        using WeightStore inputs = WeightStore.Open(path);
        return request with { Latents = One("latents"), PromptRows = One("prompt_embeds"), NegativeRows = One("negative_prompt_embeds"), ImageRows = inputs.TryGet("image_embeds", out StoredTensor? images) ? images.ToArray() : null };

        float[]? One(string name)
        {
            if (!inputs.TryGet(name, out StoredTensor? tensor))
            {
                return null;
            }

            // Lengths in another order would have the same number of numbers.
            AutoencoderConfig latents = model.Autoencoder;
            string wanted = name == "latents"
                ? size.Width == 0 ? $"[1, {latents.LatentChannels}, F, H, W]" : $"[1, {latents.LatentChannels}, F, {size.Height / latents.SpatialFactor}, {size.Width / latents.SpatialFactor}]"
                : $"[1, rows, {model.Transformer.TextSize}]";
            bool fits = tensor.Shape switch
            {
                [1, var channels, _, var height, var width] when name == "latents" =>
                    channels == latents.LatentChannels && (size.Width == 0 || (height * latents.SpatialFactor == size.Height && width * latents.SpatialFactor == size.Width)),
                [1, _, var numbers] when name != "latents" => numbers == model.Transformer.TextSize,
                _ => false,
            };
            return fits ? tensor.ToArray() : throw new CommandException($"{name} in {path} is {StoredTensor.Describe(tensor.Shape.AsSpan())}; {wanted} is wanted");
        }
    }

    private static int Bounded(int value, int least, int most, string option) =>
        value >= least && value <= most ? value : throw new CommandException($"{option} is from {least} to {most}, not {value}");

    private static void Write(string path, Generation generation, IReadOnlyList<float[]> frames)
    {
        LatentShape shape = generation.Shape;
        Safetensors.Write(
            path,
            [
                ("final_latents", [1, shape.Channels, shape.Frames, shape.Height, shape.Width], generation.Latents.ToArray()),
                ("frames", [1, frames.Count, shape.Height * generation.SpatialFactor, shape.Width * generation.SpatialFactor, 3], [.. frames.SelectMany(frame => frame)]),
            ]);
    }
}

using System.CommandLine;
using System.Text.Json;
using Lucarne.Studio.Engines;
using Lucarne.Tensors.Products;
using Lucarne.Wan.Pipelines;
using Lucarne.Wan.Weights;

namespace Lucarne.App.Commands;

/// <summary><c>models list</c> and <c>models check</c>: which open weights are there, whether they are whole, and what fits this machine.</summary>
internal static class ModelsCommand
{
    private const int NamesShown = 20;

    public static Command Create()
    {
        Argument<string?> folder = new("DIR") { Description = $"Folder of one model, or of several; {LucarneEngines.ModelVariable} when absent.", Arity = ArgumentArity.ZeroOrOne };
        Argument<string> model = new("DIR") { Description = "Folder of a model." };
        Option<string?> size = new("--size") { Description = "Size to plan memory for, such as 832x480.", HelpName = "WxH" };
        Option<int> frames = new("--frames") { Description = "Frames to plan memory for, 1 + 4k.", DefaultValueFactory = _ => 81 };
        Option<string> precision = SharedOptions.Precision();
        Option<bool> json = SharedOptions.Json(), checkJson = SharedOptions.Json();
        Command list = new("list", "List the models in a folder.") { folder, json };
        list.SetAction(parsed => List(parsed.GetValue(folder) ?? LucarneEngines.ConfiguredModel ?? throw new CommandException($"name a folder, or set {LucarneEngines.ModelVariable}"), parsed.GetValue(json)));
        Command check = new("check", "Check every tensor of a model, and the memory that it needs.") { model, size, frames, precision, checkJson };
        check.SetAction(parsed => Check(parsed.GetValue(model)!, parsed.GetValue(size), parsed.GetValue(frames), SharedOptions.ParsePrecision(parsed.GetValue(precision)!), parsed.GetValue(checkJson)));
        return new Command("models", "Open weights: what is there, what fits.") { list, check };
    }

    private static int List(string folder, bool json)
    {
        if (!Directory.Exists(folder))
        {
            throw new CommandException($"there is no folder {folder}");
        }

        string[] folders = File.Exists(Path.Combine(folder, "model_index.json"))
            ? [folder]
            : [.. Directory.EnumerateDirectories(folder).Where(path => File.Exists(Path.Combine(path, "model_index.json"))).Order(StringComparer.Ordinal)];
        var models = folders.Select(path =>
        {
            try
            {
                return (Path: path, Model: (WanModel?)WanModel.Read(path), Problem: (string?)null);
            }
            catch (WeightFileException error)
            {
                return (Path: path, Model: (WanModel?)null, Problem: (string?)error.Message);
            }
        }).ToList();
        if (json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(models.Select(m => new { m.Path, Kind = m.Model is null ? null : Kind(m.Model), Fps = m.Model?.Fps, SizeStep = m.Model?.SizeStep, m.Problem }), SharedOptions.JsonFormat));
            return 0;
        }

        foreach ((string path, WanModel? model, string? problem) in models)
        {
            Console.Out.WriteLine($"{path}: {(model is null ? problem : $"{Kind(model)}, {model.Fps} fps, sizes in steps of {model.SizeStep}")}");
        }

        if (models.Count == 0)
        {
            Console.Out.WriteLine($"{folder} holds no model folder: one has a model_index.json");
        }

        return 0;
    }

    private static int Check(string folder, string? sizeText, int frames, ProductPrecision precision, bool json)
    {
        try
        {
            WanModel model = WanModel.Read(folder);
            VideoSize[] sizes = sizeText is null
                ? [.. WanEngine.CommonSizes.Where(size => size.Width % model.SizeStep == 0 && size.Height % model.SizeStep == 0)]
                : [VideoSize.TryParse(sizeText, out VideoSize size) ? size : throw new CommandException($"'{sizeText}' is no size; write it as 832x480")];
            int threads = Environment.ProcessorCount;
            long machine = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
            var plans = sizes.Select(size => (Size: size, Plan: MemoryPlan.Of(model, model.ShapeOf(size.Width, size.Height, frames), PromptEncoder.DefaultLength, guided: !model.Transformer.Causal, threads, precision))).ToList();
            if (TakesPictures(model))
            {
                plans = [.. plans.Select(p => (p.Size, p.Plan.WithPictures(model, model.ShapeOf(p.Size.Width, p.Size.Height, frames), threads)))];
            }

            var parts = model.CheckWeights();
            IReadOnlyList<string> problems = model.CheckFiles();
            bool complete = parts.All(part => part.Weights.Complete) && problems.Count == 0;
            if (json)
            {
                Console.Out.WriteLine(JsonSerializer.Serialize(
                    new
                    {
                        Kind = Kind(model),
                        Pictures = new { FirstImage = model.FirstImage.ToString(), LastImage = model.LastImage.ToString(), model.MaxReferences, ContinuesVideo = model.FramesToContinueFrom > 0 },
                        Complete = complete,
                        Problems = problems,
                        Parts = parts.Select(part => new { part.Part, part.Problem, part.Weights.Found, part.Weights.Missing, part.Weights.Misshapen, part.Weights.Unexpected, MappedBytes = part.Weights.Bytes }),
                        Products = Enum.GetValues<ProductPrecision>().Select(p => new { Precision = SharedOptions.NameOf(p), By = MatrixProduct.Describe(p) }),
                        Precision = SharedOptions.NameOf(precision),
                        MachineBytes = machine,
                        Memory = plans.Select(p => new { Size = p.Size.ToString(), Frames = frames, p.Plan.TextBytes, p.Plan.PictureBytes, p.Plan.WeightBytes, p.Plan.DenoisingBytes, p.Plan.DecodingBytes, p.Plan.PeakBytes, Fits = p.Plan.PeakBytes <= machine * 0.8 }),
                    },
                    SharedOptions.JsonFormat));
            }
            else
            {
                Print(model, parts, problems, plans, frames, precision, machine);
            }

            return complete ? 0 : CommandLine.Failed;
        }
        catch (Exception error) when (error is WeightFileException or ArgumentException)
        {
            throw new CommandException(error.Message.TrimEnd('.'), error);
        }
    }

    private static void Print(WanModel model, IReadOnlyList<PartReport> parts, IReadOnlyList<string> problems, IReadOnlyList<(VideoSize Size, MemoryPlan Plan)> plans, int frames, ProductPrecision precision, long machine)
    {
        Console.Out.WriteLine(Kind(model));
        Console.Out.WriteLine($"pictures: {Pictures(model)}");
        foreach (string problem in problems)
        {
            Console.Out.WriteLine(problem);
        }

        foreach (PartReport part in parts)
        {
            WeightReport weights = part.Weights;
            if (part.Problem is not null)
            {
                Console.Out.WriteLine($"{part.Part}: no weights can be read. {part.Problem}");
                continue;
            }

            Console.Out.WriteLine(FormattableString.Invariant($"{part.Part}: {weights.Found} tensors found, {weights.Missing.Length} missing, {weights.Misshapen.Length} misshapen, {weights.Unexpected.Length} unexpected; {weights.Bytes / 1e6:0.0} MB mapped"));
            Names("missing", weights.Missing);
            Names("misshapen", weights.Misshapen);
            Names("unexpected", weights.Unexpected);
        }

        foreach (ProductPrecision one in Enum.GetValues<ProductPrecision>())
        {
            Console.Out.WriteLine($"products in {SharedOptions.NameOf(one)}: {MatrixProduct.Describe(one)}");
        }

        Console.Out.WriteLine(FormattableString.Invariant($"memory for {frames} frames in {SharedOptions.NameOf(precision)}, beside the mapped files, of {machine / 1e9:0.0} GB in this machine:"));
        foreach ((VideoSize size, MemoryPlan plan) in plans)
        {
            Console.Out.WriteLine(FormattableString.Invariant($"  {size}: {plan.PeakBytes / 1e9:0.00} GB (text {plan.TextBytes / 1e9:0.00}; pictures {plan.PictureBytes / 1e9:0.00}; weights' copies {plan.WeightBytes / 1e9:0.00} + denoising {plan.DenoisingBytes / 1e9:0.00} + decoding {plan.DecodingBytes / 1e9:0.00}), {(plan.PeakBytes <= machine * 0.8 ? "fits" : "does not fit")}"));
        }
    }

    private static void Names(string what, IReadOnlyList<string> names)
    {
        foreach (string name in names.Take(NamesShown))
        {
            Console.Out.WriteLine($"  {what}: {name}");
        }

        if (names.Count > NamesShown)
        {
            Console.Out.WriteLine($"  and {names.Count - NamesShown} more {what}; --json names them all");
        }
    }

    private static bool TakesPictures(WanModel model) => model.FirstImage != PictureUse.NotTaken || model.FramesToContinueFrom > 0;

    private static string Pictures(WanModel model)
    {
        string[] uses =
        [
            .. Use("--image", model.FirstImage),
            .. Use("--last-image", model.LastImage),
            .. model.MaxReferences > 0 ? (string[])[$"--reference (up to {model.MaxReferences})"] : [],
            .. model.FramesToContinueFrom > 0 ? (string[])["--extend"] : [],
        ];
        return uses.Length == 0 ? "none" : string.Join(", ", uses);

        static string[] Use(string option, PictureUse use) => use switch { PictureUse.Needed => [$"{option} (needed)"], PictureUse.Taken => [option], _ => [] };
    }

    private static string Kind(WanModel model)
    {
        string kind = model.Transformer.Causal ? "causal few-step student"
            : model.Vace ? "VACE, guided by references and a control video"
            : model.Files.ExpandTimesteps ? "text and image to video (TI2V)"
            : model.LastImage == PictureUse.Needed ? "first and last image to video"
            : model.FirstImage == PictureUse.Needed ? "image to video"
            : "text to video";
        kind += model.Files.SecondTransformer ? ", two experts" : string.Empty;
        return FormattableString.Invariant($"{kind}: {model.Transformer.Layers} layers of {model.Transformer.Heads} x {model.Transformer.HeadSize}, {model.Autoencoder.LatentChannels} latent channels");
    }
}

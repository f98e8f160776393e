using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Lucarne.Tensors.Products;
using Spectre.Console;

namespace Lucarne.App.Commands;

/// <summary>Options that several commands take, so that they are spelled and explained alike.</summary>
internal static class SharedOptions
{
    public static Option<string> Data() => new("--data")
    {
        Description = "Folder of the database and the media.",
        HelpName = "DIR",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("LUCARNE_DATA") is { Length: > 0 } folder ? folder : ".data",
    };

    public static Option<string?> Model() => new("--model") { Description = $"Folder of a Wan model, in the diffusers layout; {LucarneEngines.ModelVariable} when absent.", HelpName = "DIR" };

    /// <summary>Precision of the Wan model's products: <c>fp32</c>, <c>bf16</c> or <c>int8</c>.</summary>
    public static Option<string> Precision() => new("--precision")
    {
        Description = $"wan: what its products are computed in, fp32, bf16 or int8: less is faster, needs memory for packed weights, and is less exact. {LucarneEngines.PrecisionVariable}, or else fp32, when absent.",
        HelpName = "PRECISION",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable(LucarneEngines.PrecisionVariable) is { Length: > 0 } name ? name : "fp32",
    };

    /// <summary>The precision that a person's word names.</summary>
    public static ProductPrecision ParsePrecision(string name) => name switch
    {
        "fp32" => ProductPrecision.F32,
        "bf16" => ProductPrecision.BF16,
        "int8" => ProductPrecision.I8,
        _ => throw new CommandException($"--precision is fp32, bf16 or int8, not '{name}'"),
    };

    /// <summary>A person's word for a precision.</summary>
    public static string NameOf(ProductPrecision precision) => precision switch
    {
        ProductPrecision.BF16 => "bf16",
        ProductPrecision.I8 => "int8",
        _ => "fp32",
    };

    public static Option<bool> Json() => new("--json") { Description = "Print JSON for programs instead of text for people." };

    /// <summary>How <c>--json</c> is written: indented, camelCase, letters as they are.</summary>
    public static JsonSerializerOptions JsonFormat { get; } = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Tables and progress bars on a stream; without colours where the stream is no terminal.</summary>
    public static IAnsiConsole ConsoleOn(TextWriter writer, bool redirected) => AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(writer),
        Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
        ColorSystem = redirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
    });

    public static Option<double> Seconds() => new("--seconds") { Description = "Length of the video.", DefaultValueFactory = _ => 10 };

    public static Argument<string> Prompt() => new("PROMPT") { Description = "What to show, in English or French." };
}

using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
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

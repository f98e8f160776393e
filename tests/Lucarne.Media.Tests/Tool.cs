using System.Diagnostics;
using System.Text.Json;

namespace Lucarne.Media.Tests;

/// <summary>Runs ffprobe and ffmpeg to look at results from outside.</summary>
internal static class Tool
{
    public static async Task<JsonElement> ProbeAsync(string path, params string[] arguments)
    {
        byte[] json = await RunAsync("ffprobe", ["-v", "error", "-of", "json", .. arguments, path]);
        return JsonDocument.Parse(json).RootElement;
    }

    public static async Task<byte[]> RunAsync(string program, string[] arguments)
    {
        ProcessStartInfo info = new(program) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (string argument in arguments)
        {
            info.ArgumentList.Add(argument);
        }

        using Process process = Process.Start(info)!;
        using MemoryStream output = new();
        await process.StandardOutput.BaseStream.CopyToAsync(output);
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)}");
        return output.ToArray();
    }

    public static double Number(this JsonElement element, string name) =>
        double.Parse(element.GetProperty(name).GetString()!, System.Globalization.CultureInfo.InvariantCulture);
}

using System.Diagnostics;
using Lucarne.Diorama.Rendering;

namespace Lucarne.Diorama.Tests.Rendering;

/// <summary>The same picture on processors with wider and narrower vectors.</summary>
public sealed class InstructionSetTests
{
    private const string PathVariable = "LUCARNE_PICTURE_PATH";

    [Theory]
    [InlineData("DOTNET_EnableAVX512F", "0")]
    [InlineData("DOTNET_EnableAVX2", "0")]
    [InlineData("DOTNET_MaxVectorTBitWidth", "512")]
    public async Task Another_vector_width_draws_the_same_picture_but_for_rounding(string variable, string value)
    {
        byte[] expected = Picture();
        string path = Path.Combine(Path.GetTempPath(), $"lucarne-picture-{Guid.CreateVersion7()}.yuv");
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.ArgumentList.Add(typeof(InstructionSetTests).Assembly.Location);
        start.ArgumentList.Add("-explicit");
        start.ArgumentList.Add("only");
        start.ArgumentList.Add("-method");
        start.ArgumentList.Add($"{typeof(InstructionSetTests).FullName}.{nameof(Draw_for_the_parent_process)}");
        start.Environment[variable] = value;
        start.Environment[PathVariable] = path;
        try
        {
            using Process child = Process.Start(start)!;
            Task<string> errors = child.StandardError.ReadToEndAsync();
            string output = await child.StandardOutput.ReadToEndAsync() + await errors;
            await child.WaitForExitAsync();
            child.ExitCode.ShouldBe(0, output);

            byte[] drawn = await File.ReadAllBytesAsync(path);
            drawn.Length.ShouldBe(expected.Length);
            double difference = drawn.Zip(expected, (a, b) => Math.Abs(a - b)).Average();
            difference.ShouldBeLessThan(0.25);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact(Explicit = true)]
    public void Draw_for_the_parent_process() => File.WriteAllBytes(Environment.GetEnvironmentVariable(PathVariable)!, Picture());

    private static byte[] Picture()
    {
        using Renderer renderer = new(96, 160, 1);
        FrameBuffer frame = new(96, 160);
        renderer.Render(SampleScenes.Staircase(0.3), frame);
        return frame.Data;
    }
}

using System.Diagnostics;
using System.Text.Json;

namespace Lucarne.End2End.Tests.Operations;

public sealed class CommandLineTests
{
    [Fact]
    public async Task A_screenplay_for_programs_is_one_json_document_on_stdout()
    {
        (int code, string output, string errors) = await RunAsync("screenplay", "two red balls roll down a hill", "--seconds", "6", "--json");

        code.ShouldBe(0, errors);
        JsonElement screenplay = JsonElement.Parse(output);
        screenplay.GetProperty("shots")[0].GetProperty("subjects")[0].GetProperty("count").GetInt32().ShouldBe(2);
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_screenplay_for_people_is_a_table_without_colours_when_it_is_piped()
    {
        (int code, string output, _) = await RunAsync("screenplay", "a red ball and a zorblatt");

        code.ShouldBe(0);
        output.ShouldContain("red ball");
        output.ShouldContain("Not understood: zorblatt");
        output.ShouldNotContain("\u001b[");
    }

    [Theory]
    [InlineData(1, "screenplay", "")]
    [InlineData(1, "generate", "a ball", "-o", "/no/such/folder/out.mp4")]
    [InlineData(1, "generate", "a ball", "-o", "out.mp4", "--size", "1x1")]
    [InlineData(1, "generate", "a ball", "-o", "out.mp4", "--size", "big")]
    [InlineData(1, "generate", "a ball", "-o", "out.mp4", "--engine", "none")]
    [InlineData(1, "generate", "a ball", "-o", "out.mp4", "--seconds", "0")]
    [InlineData(2, "generate", "a ball")]
    [InlineData(2, "generate", "a ball", "-o", "out.mp4", "--seed", "many")]
    [InlineData(2, "nonsense")]
    public async Task What_cannot_be_done_is_one_clear_line_on_stderr(int expected, params string[] arguments)
    {
        (int code, string output, string errors) = await RunAsync(arguments);

        code.ShouldBe(expected, errors);
        output.ShouldBeEmpty();
        errors.TrimEnd('\n').Split('\n').Length.ShouldBe(1, errors);
        errors.ShouldStartWith("lucarne: ");
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("serve", "--help")]
    [InlineData("generate", "--help")]
    [InlineData("screenplay", "--help")]
    [InlineData("openapi", "--help")]
    public async Task Every_command_tells_its_options(params string[] arguments)
    {
        (int code, string output, _) = await RunAsync(arguments);

        code.ShouldBe(0);
        output.ShouldContain("Usage:");
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Lucarne.App.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(2));
        return (process.ExitCode, await output, await errors);
    }
}

using System.Diagnostics;
using Lucarne.Tests;

namespace Lucarne.End2End.Tests.Operations;

public sealed class SeedTests
{
    [Fact]
    public async Task The_demo_fills_an_empty_folder_with_people_and_films_and_refuses_one_that_holds_accounts()
    {
        string folder = Directory.CreateTempSubdirectory("lucarne-seed-").FullName;
        using PostgresDatabase? postgres = PostgresDatabase.CreateFor(folder);
        try
        {
            (int code, string output) = await RunAsync(folder);
            code.ShouldBe(0, output);
            output.ShouldContain("12 people, 2 films");
            output.ShouldContain("@fern.lighthouse");

            (int again, string refusal) = await RunAsync(folder);
            again.ShouldBe(1);
            refusal.ShouldContain("--force");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(int Code, string Output)> RunAsync(string folder)
    {
        ProcessStartInfo info = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "Lucarne.App.dll"), "seed", "--demo", "--films", "2", "--data", folder])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        info.Environment["LUCARNE__POSTGRES"] = PostgresDatabase.ConnectionStringFor(folder);
        using Process process = Process.Start(info)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(8));
        return (process.ExitCode, await output + await errors);
    }
}

using System.Diagnostics;
using Lucarne.Social.Data;
using Lucarne.Tests;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.End2End.Tests.Operations;

public sealed class SeedTests
{
    [Fact]
    public async Task The_demo_goes_on_where_it_was_killed_is_made_once_and_is_refused_where_others_have_accounts()
    {
        string folder = Directory.CreateTempSubdirectory("lucarne-seed-").FullName;
        using PostgresDatabase? postgres = PostgresDatabase.CreateFor(folder);
        try
        {
            using (Process killed = Start(folder))
            {
                // Somewhere in the second film: the first one is in the journal.
                while (!killed.HasExited && !(File.Exists(Path.Combine(folder, "demo.json")) && (await File.ReadAllTextAsync(Path.Combine(folder, "demo.json"))).Contains("postId", StringComparison.Ordinal)))
                {
                    await Task.Delay(20);
                }

                killed.HasExited.ShouldBeFalse();
                killed.Kill(entireProcessTree: true);
                await killed.WaitForExitAsync();
            }

            (int code, string output) = await RunAsync(folder);
            code.ShouldBe(0, output);
            output.ShouldContain("12 people, 2 films");
            output.ShouldContain("@fern.lighthouse");
            (int, int, int, int, int) made = await CountAsync(folder, postgres);
            made.Item1.ShouldBe(2);

            (int again, string same) = await RunAsync(folder);
            again.ShouldBe(0, same);
            (await CountAsync(folder, postgres)).ShouldBe(made);

            File.Delete(Path.Combine(folder, "demo.json"));
            (int other, string refusal) = await RunAsync(folder);
            other.ShouldBe(1);
            refusal.ShouldContain("--force");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(int Posts, int Comments, int Messages, int Collections, int Likes)> CountAsync(string folder, PostgresDatabase? postgres)
    {
        DbContextOptionsBuilder<LucarneContext> options = new();
        DataServices.Configure(options, new Social.SocialOptions { DataFolder = folder, Postgres = postgres?.ConnectionString });
        await using LucarneContext db = new(options.Options);
        return (await db.Posts.CountAsync(), await db.Comments.CountAsync(), await db.Messages.CountAsync(), await db.Collections.CountAsync(), await db.Reactions.CountAsync());
    }

    private static async Task<(int Code, string Output)> RunAsync(string folder)
    {
        using Process process = Start(folder);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(8));
        return (process.ExitCode, await output + await errors);
    }

    private static Process Start(string folder)
    {
        ProcessStartInfo info = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "Lucarne.App.dll"), "seed", "--demo", "--films", "2", "--data", folder])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        info.Environment["LUCARNE__POSTGRES"] = PostgresDatabase.ConnectionStringFor(folder);
        return Process.Start(info)!;
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Lucarne.End2End.Tests.Harness;
using Lucarne.Social.Data;
using Lucarne.Tests;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.End2End.Tests.Imports;

/// <summary>The command as it is shipped, killed in the middle.</summary>
public sealed class ImportCrashTests
{
    [Fact]
    public async Task An_import_that_is_killed_shows_nobody_half_an_account_and_goes_on_when_it_is_started_again()
    {
        await using LucarneApp old = await LucarneApp.StartAsync();
        using Person ada = await old.SignUpAsync("ada");
        string first = (await ada.PublishAsync("a red ball"))["id"]!;
        await ada.SayAsync(first, "it bounces");
        await ada.PublishAsync("a paper boat");
        await ada.CreateDraftAsync("a lighthouse");
        string zip = await ImportTests.ExportAsync(old, ada);
        string folder = Directory.CreateTempSubdirectory("lucarne-importing-").FullName;
        using PostgresDatabase? postgres = PostgresDatabase.CreateFor(folder);
        DbContextOptionsBuilder<LucarneContext> options = new();
        DataServices.Configure(options, new Social.SocialOptions { DataFolder = folder, Postgres = postgres?.ConnectionString });
        try
        {
            // As soon as anything is there, and again in the middle of the films.
            foreach (int files in (int[])[1, 12])
            {
                using Process killed = Start(zip, folder);
                while (!killed.HasExited && CountMedia(folder) < files)
                {
                    await Task.Delay(5, TestContext.Current.CancellationToken);
                }

                killed.HasExited.ShouldBeFalse("the import was over before it could be killed");
                killed.Kill(entireProcessTree: true);
                await killed.WaitForExitAsync(TestContext.Current.CancellationToken);
                await using LucarneContext halfway = new(options.Options);
                (await halfway.Accounts.Where(a => a.Handle == "ada").Select(a => a.ClosedAt).SingleAsync(TestContext.Current.CancellationToken)).ShouldNotBeNull("half an account is hidden");
            }

            using Process last = Start(zip, folder);
            JsonElement report = JsonElement.Parse(await last.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
            await last.WaitForExitAsync(TestContext.Current.CancellationToken);
            last.ExitCode.ShouldBe(0);

            using (ServedProgram server = await ServedProgram.StartAsync(folder, new CookieContainer()))
            {
                HttpResponseMessage signedIn = await server.Browser.PostAsJsonAsync(
                    "/api/sessions", new { handle = "ada", password = report.GetProperty("password").GetString() }, TestContext.Current.CancellationToken);
                signedIn.StatusCode.ShouldBe(HttpStatusCode.OK, "the password that the last run printed is the account's");
                JsonElement post = JsonElement.Parse(await server.Browser.GetStringAsync($"/api/posts/{first}", TestContext.Current.CancellationToken));
                post.GetProperty("counts").GetProperty("comments").GetInt32().ShouldBe(1);
                Directory.GetDirectories(Path.Combine(folder, "work")).ShouldBeEmpty("what the killed runs left is swept");
                server.Kill();
            }

            await using LucarneContext db = new(options.Options);
            (await db.Posts.CountAsync(TestContext.Current.CancellationToken), await db.Drafts.CountAsync(TestContext.Current.CancellationToken),
                await db.Generations.CountAsync(TestContext.Current.CancellationToken)).ShouldBe((2, 1, 3));
            CountMedia(folder).ShouldBe(await db.Artefacts.Select(a => a.Sha256 + a.Extension).Distinct().CountAsync(TestContext.Current.CancellationToken), "no file is left over");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Process Start(string zip, string folder)
    {
        ProcessStartInfo info = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "Lucarne.App.dll"), "import", zip, "--data", folder, "--json"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        info.Environment["LUCARNE__POSTGRES"] = PostgresDatabase.ConnectionStringFor(folder);
        return Process.Start(info)!;
    }

    private static int CountMedia(string folder)
    {
        string media = Path.Combine(folder, "media");
        try
        {
            return Directory.Exists(media) ? Directory.GetFiles(media, "*", SearchOption.AllDirectories).Length : 0;
        }
        catch (DirectoryNotFoundException)
        {
            return 0;
        }
    }
}

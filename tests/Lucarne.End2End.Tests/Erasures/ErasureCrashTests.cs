using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Lucarne.End2End.Tests.Harness;
using Lucarne.Tests;

namespace Lucarne.End2End.Tests.Erasures;

/// <summary>The program as it is shipped, killed while it erases, and started over a restored backup.</summary>
public sealed class ErasureCrashTests
{
    [Fact]
    public async Task Erasing_goes_on_after_a_kill_and_begins_again_where_a_backup_brought_the_account_back()
    {
        string folder = Directory.CreateTempSubdirectory("lucarne-erasing-").FullName;
        using PostgresDatabase? postgres = PostgresDatabase.CreateFor(folder);
        try
        {
            CookieContainer cookies = new();
            string accountId, link;
            using (ServedProgram first = await ServedProgram.StartAsync(folder, cookies, ("LUCARNE__DAYSOFGRACE", "0")))
            {
                accountId = (await ReadAsync(await first.Browser.PostAsJsonAsync("/api/accounts", new { handle = "ada", password = Person.Password }))).GetProperty("id").GetString()!;
                string generation = (await ReadAsync(await first.Browser.PostAsJsonAsync("/api/generations", new { prompt = "a red ball", seconds = 4, size = "360x640" }))).GetProperty("id").GetString()!;
                await UntilAsync(first.Browser, $"/api/generations/{generation}", "completed");
                JsonElement closed = await ReadAsync(await first.Browser.PostAsJsonAsync("/api/me/close", new { password = Person.Password }));
                link = "/api" + closed.GetProperty("receiptUrl").GetString()!.Replace("/erasure/", "/erasures/", StringComparison.Ordinal);

                // Wherever it is by now: before the list, between the files, or at the receipt.
                first.Kill();
            }

            using (ServedProgram second = await ServedProgram.StartAsync(folder, cookies, ("LUCARNE__DAYSOFGRACE", "0")))
            {
                JsonElement erasure = await UntilAsync(second.Browser, link, "erased");
                erasure.GetProperty("erased").GetProperty("generations").GetInt32().ShouldBe(1);
                Directory.GetFiles(Path.Combine(folder, "media"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
                (await File.ReadAllTextAsync(Path.Combine(folder, "erasures.jsonl"), TestContext.Current.CancellationToken)).ShouldContain(accountId);
                second.Kill();
            }

            // A backup from before: another account stands for the one that it brings back, its id on the list as if it had been erased since.
            string restoredId;
            using (ServedProgram third = await ServedProgram.StartAsync(folder, cookies))
            {
                restoredId = (await ReadAsync(await third.Browser.PostAsJsonAsync("/api/accounts", new { handle = "ghost", password = Person.Password }))).GetProperty("id").GetString()!;
                third.Kill();
            }

            await File.AppendAllTextAsync(
                Path.Combine(folder, "erasures.jsonl"), $"{{\"accountId\":\"{restoredId}\",\"begunAt\":\"2026-01-01T00:00:00+00:00\",\"media\":[]}}\n{{\"accountId\":\"cut o", TestContext.Current.CancellationToken);
            using ServedProgram fourth = await ServedProgram.StartAsync(folder, new CookieContainer());
            using CancellationTokenSource giveUp = new(TimeSpan.FromMinutes(1));
            while ((await fourth.Browser.PostAsJsonAsync("/api/sessions", new { handle = "ghost", password = Person.Password }, giveUp.Token)).StatusCode != HttpStatusCode.Unauthorized)
            {
                await Task.Delay(200, giveUp.Token);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<JsonElement> UntilAsync(HttpClient browser, string path, string status)
    {
        using CancellationTokenSource giveUp = new(TimeSpan.FromMinutes(4));
        while (true)
        {
            JsonElement answer = await ReadAsync(await browser.GetAsync(path, giveUp.Token));
            if (answer.GetProperty("status").GetString() == status)
            {
                return answer;
            }

            await Task.Delay(100, giveUp.Token);
        }
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        string text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonElement.Parse(text);
    }
}

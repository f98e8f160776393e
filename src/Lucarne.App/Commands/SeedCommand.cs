using System.Buffers.Text;
using System.CommandLine;
using System.Security.Cryptography;
using Lucarne.App.Demo;
using Lucarne.Social;
using Lucarne.Social.Data;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace Lucarne.App.Commands;

/// <summary><c>seed --demo</c>: fills an empty installation with invented people and films of the built-in engine.</summary>
internal static class SeedCommand
{
    public static Command Create()
    {
        Option<bool> demo = new("--demo") { Description = "Invented people, films, remixes and talk, for a first look.", Required = true };
        Option<string> data = SharedOptions.Data();
        Option<int> films = new("--films") { Description = "How many films to make.", DefaultValueFactory = _ => DemoStory.Films.Length };
        Option<int> seed = new("--seed") { Description = "The same seed gives the same films, follows and likes.", DefaultValueFactory = _ => 1 };
        Option<string?> password = new("--password") { Description = "Everyone's password; drawn, and printed at the end, when absent." };
        Option<bool> force = new("--force") { Description = "Fill an installation that has accounts already." };
        Command command = new("seed", "Fill an empty installation with a demo, or go on with one that was stopped; doing it again adds nothing.") { demo, data, films, seed, password, force };
        films.Validators.Add(result =>
        {
            if (result.GetValue(films) is < 1 || result.GetValue(films) > DemoStory.Films.Length)
            {
                result.AddError($"--films takes 1 to {DemoStory.Films.Length}");
            }
        });
        command.SetAction((parsed, cancel) => RunAsync(
            parsed.GetValue(data)!, parsed.GetValue(films), parsed.GetValue(seed), parsed.GetValue(password), parsed.GetValue(force), cancel));
        return command;
    }

    private static async Task<int> RunAsync(string dataFolder, int films, int seed, string? password, bool force, CancellationToken cancel)
    {
        DemoJournal? journal = DemoJournal.Read(dataFolder);
        await using WebApplication app = LucarneServer.Build(
            "http://127.0.0.1:0", dataFolder,
            services => services.Configure<SocialOptions>(options => (options.RateLimit.Enabled, options.SignUpsOpen, options.PublicUrl) = (false, true, null)));
        await app.Services.PrepareSocialAsync(cancel);
        if (journal is not null && password is not null && password != journal.Written.Password)
        {
            throw new CommandException($"the demo in {dataFolder} was begun with another password; leave --password out to go on with it");
        }

        if (journal is null && !force)
        {
            await using LucarneContext db = await app.Services.GetRequiredService<IDbContextFactory<LucarneContext>>().CreateDbContextAsync(cancel);
            if (await db.Accounts.AnyAsync(cancel))
            {
                throw new CommandException($"{dataFolder} holds accounts already; choose an empty folder with --data, or add the demo to them with --force");
            }
        }

        journal ??= DemoJournal.Begin(dataFolder, password ?? Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(12)), seed);
        await app.StartAsync(cancel);
        DemoResult result;
        try
        {
            result = await FillAsync(new Uri(app.Urls.First()), journal, films, app.Services.GetRequiredService<TimeProvider>(), cancel);
        }
        catch (HttpRequestException error)
        {
            throw new CommandException($"the demo stopped: {error.Message} The same command goes on with it.", error);
        }
        finally
        {
            await app.StopAsync(CancellationToken.None);
        }

        Console.Out.WriteLine(
            $"{result.People} people, {result.Films} films, {result.Comments} comments, {result.Likes} likes, {result.Reposts} reposts, {result.Follows} follows, {result.Collections} collections, {result.Messages} messages.");
        Console.Out.WriteLine($"Sign in as @{DemoStory.People[0].Handle}, the administrator, or anyone else; everyone's password is {journal.Written.Password}");
        return 0;
    }

    private static async Task<DemoResult> FillAsync(Uri address, DemoJournal journal, int films, TimeProvider time, CancellationToken cancel)
    {
        if (Console.IsErrorRedirected)
        {
            string said = "";
            using DemoSeeder quiet = new(address, journal, films, time, (what, _) =>
            {
                if (what != said)
                {
                    Console.Error.WriteLine(said = what);
                }
            });
            return await quiet.RunAsync(cancel);
        }

        return await SharedOptions.ConsoleOn(Console.Error, redirected: false).Progress().StartAsync(async progress =>
        {
            ProgressTask bar = progress.AddTask("People", maxValue: 1);
            using DemoSeeder seeder = new(address, journal, films, time, (what, share) => (bar.Description, bar.Value) = (Markup.Escape(what), share));
            return await seeder.RunAsync(cancel);
        });
    }
}

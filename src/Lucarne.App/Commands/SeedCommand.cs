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
        Command command = new("seed", "Fill an empty installation with a demo.") { demo, data, films, seed, password, force };
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
        password ??= Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(12));
        await using WebApplication app = LucarneServer.Build(
            "http://127.0.0.1:0", dataFolder,
            services => services.Configure<SocialOptions>(options => (options.RateLimit.Enabled, options.SignUpsOpen, options.PublicUrl) = (false, true, null)));
        await app.Services.PrepareSocialAsync(cancel);
        if (!force)
        {
            await using LucarneContext db = await app.Services.GetRequiredService<IDbContextFactory<LucarneContext>>().CreateDbContextAsync(cancel);
            if (await db.Accounts.AnyAsync(cancel))
            {
                throw new CommandException($"{dataFolder} holds accounts already; choose an empty folder with --data, or add the demo to them with --force");
            }
        }

        await app.StartAsync(cancel);
        DemoResult result;
        try
        {
            result = await FillAsync(new Uri(app.Urls.First()), password, films, seed, cancel);
        }
        catch (HttpRequestException error)
        {
            throw new CommandException($"the demo could not be made: {error.Message}", error);
        }

        await app.StopAsync(CancellationToken.None);
        Console.Out.WriteLine($"{result.Accounts} people, {result.Films} films, {result.Comments} comments, {result.Likes} likes, {result.Follows} follows.");
        Console.Out.WriteLine($"Sign in as @{DemoStory.People[0].Handle}, the administrator, or anyone else; everyone's password is {password}");
        return 0;
    }

    private static async Task<DemoResult> FillAsync(Uri address, string password, int films, int seed, CancellationToken cancel)
    {
        if (Console.IsErrorRedirected)
        {
            string said = "";
            using DemoSeeder quiet = new(address, password, seed, films, (what, _) =>
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
            ProgressTask bar = progress.AddTask("Signing up", maxValue: 1);
            using DemoSeeder seeder = new(address, password, seed, films, (what, share) => (bar.Description, bar.Value) = (Markup.Escape(what), share));
            return await seeder.RunAsync(cancel);
        });
    }
}

using System.Reflection;
using Lucarne.Safety.Text;
using Lucarne.Social.Accounts;
using Lucarne.Social.Create;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Lucarne.Social.Posts;
using Lucarne.Studio.Engines;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Lucarne.Social.Instance;

/// <summary>What a client must know of this installation before anything else.</summary>
/// <param name="Name">Name of the installation.</param>
/// <param name="Version">Version of the program.</param>
/// <param name="SignUpsOpen">True when new accounts are taken.</param>
/// <param name="FirstRun">True until the first account, which becomes the administrator, is made.</param>
/// <param name="Engines">Engines, the default one first.</param>
/// <param name="Limits">Bounds of what people type and ask for.</param>
public sealed record InstanceView(string Name, string Version, bool SignUpsOpen, bool FirstRun, IReadOnlyList<EngineView> Engines, LimitsView Limits);

/// <summary>An engine and what it can make.</summary>
/// <param name="Id">Stable id.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Sizes">Picture sizes, width first, the default one first.</param>
/// <param name="Fps">Frame rates, the default one first.</param>
/// <param name="MinSeconds">Shortest video.</param>
/// <param name="MaxSeconds">Longest video.</param>
/// <param name="Sound">True when its videos have sound.</param>
/// <param name="Storyboards">True when it makes films shot by shot.</param>
/// <param name="FirstImage">True when a film can start from a picture: one of /api/first-images.</param>
/// <param name="FirstImageNeeded">True when no film can be made without.</param>
public sealed record EngineView(string Id, string Name, IReadOnlyList<string> Sizes, IReadOnlyList<int> Fps, double MinSeconds, double MaxSeconds, bool Sound, bool Storyboards, bool FirstImage, bool FirstImageNeeded);

/// <summary>Bounds, in characters (UTF-16 code units) where it is about text.</summary>
/// <param name="PromptMaxCharacters">Longest prompt.</param>
/// <param name="DefaultSeconds">Length of a generation that names none.</param>
/// <param name="ActiveGenerations">Generations that one account may have queued or in progress.</param>
/// <param name="HandleMinCharacters">Shortest handle.</param>
/// <param name="HandleMaxCharacters">Longest handle.</param>
/// <param name="DisplayNameMaxCharacters">Longest display name.</param>
/// <param name="PasswordMinCharacters">Shortest password.</param>
/// <param name="PasswordMaxCharacters">Longest password.</param>
/// <param name="TitleMaxCharacters">Longest title.</param>
/// <param name="CaptionMaxCharacters">Longest caption.</param>
/// <param name="AltTextMaxCharacters">Longest alternative text.</param>
public sealed record LimitsView(
    int PromptMaxCharacters, double DefaultSeconds, int ActiveGenerations,
    int HandleMinCharacters, int HandleMaxCharacters, int DisplayNameMaxCharacters, int PasswordMinCharacters, int PasswordMaxCharacters,
    int TitleMaxCharacters, int CaptionMaxCharacters, int AltTextMaxCharacters);

/// <summary>The door of the installation's description.</summary>
internal static class InstanceEndpoints
{
    /// <summary>Version of the program, without build metadata.</summary>
    public static string Version { get; } =
        typeof(InstanceEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static void MapInstance(this IEndpointRouteBuilder api)
        => api.MapGet("/instance", async Task<Ok<InstanceView>> (LucarneContext db, EngineRegistry engines, IOptions<SocialOptions> options, CancellationToken cancel) =>
            {
                bool firstRun = !await db.Accounts.AnyAsync(cancel);
                return TypedResults.Ok(Describe(options.Value, engines, firstRun));
            })
            .Named("readInstance", "What this installation is called, offers and allows.")
            .WithTags("Instance")
            .Conditional();

    private static InstanceView Describe(SocialOptions options, EngineRegistry engines, bool firstRun) => new(
        options.Name, Version, options.SignUpsOpen || firstRun, firstRun,
        [.. engines.All.Select(engine => new EngineView(
            engine.Id, engine.Name, [.. engine.Capabilities.Sizes.Select(size => size.ToString())], [.. engine.Capabilities.Fps],
            Math.Max(options.MinSeconds, engine.Capabilities.MinSeconds), Math.Min(options.MaxSeconds, engine.Capabilities.MaxSeconds), engine.Capabilities.Sound, engine.Capabilities.Storyboards, engine.Capabilities.FirstImage, engine.Capabilities.FirstImageNeeded))],
        new LimitsView(
            PromptRules.MaxCharacters, CreateGeneration.DefaultSeconds, options.ActiveGenerationsPerAccount,
            HandleRules.MinLength, HandleRules.MaxLength, AccountRules.DisplayNameMaxLength, PasswordRules.MinLength, PasswordRules.MaxLength,
            Post.TitleMaxLength, Post.CaptionMaxLength, Post.AltTextMaxLength));
}

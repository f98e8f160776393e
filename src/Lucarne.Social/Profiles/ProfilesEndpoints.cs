using System.ComponentModel;
using System.Security.Claims;
using Lucarne.Media.Images;
using Lucarne.Social.Accounts;
using Lucarne.Social.Http;
using Lucarne.Social.Posts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Lucarne.Social.Profiles;

/// <summary>The doors of profiles.</summary>
internal static class ProfilesEndpoints
{
    private const string CursorHelp = "Where to go on: next of the page before.";
    private static readonly string[] PictureTypes = ["image/png", "image/jpeg", "image/webp"];
    private const string LimitHelp = "Number of items, 1 to 100; 20 when absent.";

    public static void AddProfiles(this IServiceCollection services)
    {
        services.AddScoped<FindAccount>();
        services.AddScoped<ReadProfile>();
        services.AddScoped<ProfilePosts>();
        services.AddScoped<ChangeProfile>();
        services.AddScoped<ChangeHandle>();
        services.AddScoped<VerifiedMark>();
        services.TryAddSingleton<PictureReader>();
        services.AddScoped<ChangePicture>();
    }

    public static void MapProfiles(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder profiles = api.MapGroup("").WithTags("Profiles");

        profiles.MapGet("/accounts/{handle}", async Task<Results<Ok<ProfileView>, ProblemResult>> (string handle, ReadProfile read, ClaimsPrincipal user, CancellationToken cancel)
                => (await read.RunAsync(handle, user.FindAccountId(), cancel)).Answer(TypedResults.Ok))
            .Named("readProfile", "An account's page. A handle that it had until lately leads to it, too.")
            .Refuses(ProfilesErrors.AccountNotFound)
            .Conditional();

        profiles.MapGet("/accounts/{handle}/posts", async Task<Results<Ok<Page<PostView>>, ProblemResult>> (
                string handle, [Description(CursorHelp)] string? cursor, [Description(LimitHelp)] int? limit, ProfilePosts read, ClaimsPrincipal user, CancellationToken cancel)
                => (await read.ReadAsync(handle, remixesOnly: false, user.FindAccountId(), cursor, limit, cancel)).Answer(TypedResults.Ok))
            .Named("listProfilePosts", "Posts of an account, the newest first.")
            .Refuses(ProfilesErrors.AccountNotFound, HttpErrors.CursorInvalid, HttpErrors.LimitInvalid);

        profiles.MapGet("/accounts/{handle}/remixes", async Task<Results<Ok<Page<PostView>>, ProblemResult>> (
                string handle, [Description(CursorHelp)] string? cursor, [Description(LimitHelp)] int? limit, ProfilePosts read, ClaimsPrincipal user, CancellationToken cancel)
                => (await read.ReadAsync(handle, remixesOnly: true, user.FindAccountId(), cursor, limit, cancel)).Answer(TypedResults.Ok))
            .Named("listProfileRemixes", "Posts of an account that are remixes, the newest first.")
            .Refuses(ProfilesErrors.AccountNotFound, HttpErrors.CursorInvalid, HttpErrors.LimitInvalid);

        profiles.MapGet("/accounts/{handle}/reposts", async Task<Results<Ok<Page<PostView>>, ProblemResult>> (
                string handle, [Description(CursorHelp)] string? cursor, [Description(LimitHelp)] int? limit, ProfilePosts read, ClaimsPrincipal user, CancellationToken cancel)
                => (await read.ReadRepostsAsync(handle, user.FindAccountId(), cursor, limit, cancel)).Answer(TypedResults.Ok))
            .Named("listProfileReposts", "Posts that an account shows to its followers, the latest repost first.")
            .Refuses(ProfilesErrors.AccountNotFound, HttpErrors.CursorInvalid, HttpErrors.LimitInvalid);

        profiles.MapGet("/accounts/{handle}/likes", async Task<Results<Ok<Page<PostView>>, ProblemResult>> (
                string handle, [Description(CursorHelp)] string? cursor, [Description(LimitHelp)] int? limit, ProfilePosts read, ClaimsPrincipal user, CancellationToken cancel)
                => (await read.ReadLikesAsync(handle, user.FindAccountId(), cursor, limit, cancel)).Answer(TypedResults.Ok))
            .Named("listProfileLikes", "Posts that an account likes, the latest like first, where its owner shows them.")
            .Refuses(ProfilesErrors.AccountNotFound, ProfilesErrors.LikesHidden, HttpErrors.CursorInvalid, HttpErrors.LimitInvalid);

        profiles.MapGet("/accounts/{handle}/appearances", async Task<Results<Ok<Page<PostView>>, ProblemResult>> (
                string handle, [Description(CursorHelp)] string? cursor, [Description(LimitHelp)] int? limit, ProfilePosts read, ClaimsPrincipal user, CancellationToken cancel)
                => (await read.ReadAppearancesAsync(handle, user.FindAccountId(), cursor, limit, cancel)).Answer(TypedResults.Ok))
            .Named("listAppearances", "Posts of others that name an account in their prompt or caption, the newest first.")
            .Refuses(ProfilesErrors.AccountNotFound, HttpErrors.CursorInvalid, HttpErrors.LimitInvalid);

        MapPictures(profiles);
        profiles.MapPut("/me/profile", async Task<Results<Ok<ProfileView>, ProblemResult>> (ProfileRequest body, ChangeProfile change, ClaimsPrincipal user, CancellationToken cancel)
                => (await change.RunAsync(user.AccountId(), body, cancel)).Answer(TypedResults.Ok))
            .Named("changeProfile", "Replaces what one's own profile says.")
            .Refuses(AccountsErrors.DisplayNameInvalid, ProfilesErrors.BioTooLong, ProfilesErrors.LocationTooLong, ProfilesErrors.TooManyLinks, ProfilesErrors.LinkInvalid)
            .Costs(5)
            .RequireAuthorization();

        profiles.MapPut("/me/handle", async Task<Results<Ok<Me>, ProblemResult>> (HandleRequest body, ChangeHandle change, ReadMe me, ClaimsPrincipal user, CancellationToken cancel)
                => await change.RunAsync(user.AccountId(), body, cancel) is { } problem ? new ProblemResult(problem) : TypedResults.Ok(await me.RunAsync(user.AccountId(), cancel)))
            .Named("changeHandle", "Gives the signed-in account another handle. The old one stays reserved for it, and leads to it, for 90 days. A verified account loses its mark.")
            .Refuses(AccountsErrors.HandleInvalid, AccountsErrors.HandleReserved, AccountsErrors.HandleTaken, ProfilesErrors.HandleChangedTooOften)
            .Costs(20)
            .RequireAuthorization();
    }

    private static void MapPictures(RouteGroupBuilder profiles)
    {
        foreach ((string path, string name, string what, ProfileImage image) in ((string, string, string, ProfileImage)[])
            [("/me/picture", "Picture", "the picture of the signed-in account", ProfileImage.Picture), ("/me/cover", "Cover", "the cover of the signed-in account's page", ProfileImage.Cover)])
        {
            profiles.MapPut(path, async Task<Results<Ok<ProfileView>, ProblemResult>> (HttpRequest request, ChangePicture change, ReadProfile read, ClaimsPrincipal user, CancellationToken cancel)
                    => await ShowAsync(await change.UploadAsync(user.AccountId(), image, request.Body, cancel), read, user, cancel))
                .Named($"set{name}", $"Sets {what}: a PNG, JPEG or WebP file of at most 10 MB, cut around its middle.")
                .WithMetadata(new PictureSizeLimit())
                .WithMetadata(new AcceptsMetadata(PictureTypes, typeof(byte[])))
                .Refuses(ProfilesErrors.PictureInvalid, HttpErrors.MediaTypeNotSupported, HttpErrors.BodyTooLarge)
                .Costs(20)
                .RequireAuthorization();

            profiles.MapDelete(path, async Task<Ok<ProfileView>> (ChangePicture change, ReadProfile read, ClaimsPrincipal user, CancellationToken cancel) =>
                {
                    await change.RemoveAsync(user.AccountId(), image, cancel);
                    return TypedResults.Ok(await read.RunAsync(user.AccountId(), user.AccountId(), cancel));
                })
                .Named($"remove{name}", $"Removes {what}.")
                .Costs(5)
                .RequireAuthorization();
        }

        profiles.MapPut("/me/picture/frame", async Task<Results<Ok<ProfileView>, ProblemResult>> (PictureFrameRequest body, ChangePicture change, ReadProfile read, ClaimsPrincipal user, CancellationToken cancel)
                => await ShowAsync(await change.TakeFrameAsync(user.AccountId(), body, cancel), read, user, cancel))
            .Named("setPictureFromVideo", "Makes a frame of one's own video the picture of the signed-in account.")
            .Refuses(ProfilesErrors.VideoNotFound, ProfilesErrors.MomentInvalid, ProfilesErrors.PictureInvalid)
            .Costs(20)
            .RequireAuthorization();
    }

    private static async Task<Results<Ok<ProfileView>, ProblemResult>> ShowAsync(Problem? problem, ReadProfile read, ClaimsPrincipal user, CancellationToken cancel)
        => problem is null ? TypedResults.Ok(await read.RunAsync(user.AccountId(), user.AccountId(), cancel)) : new ProblemResult(problem);
}

using System.ComponentModel;
using System.Security.Claims;
using Lucarne.Social.Accounts;
using Lucarne.Social.Create;
using Lucarne.Social.Http;
using Lucarne.Social.Posts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lucarne.Social.Drafts;

/// <summary>The doors of drafts. All of them are their owner's alone.</summary>
internal static class DraftsEndpoints
{
    public static void AddDrafts(this IServiceCollection services)
    {
        services.AddScoped<ReadDrafts>();
        services.AddScoped<DeleteDraft>();
        services.AddScoped<RepeatDraft>();
        services.AddScoped<ArrangeDrafts>();
        services.AddScoped<DraftFolders>();
    }

    public static void MapDrafts(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder drafts = api.MapGroup("/drafts").WithTags("Drafts").RequireAuthorization();

        drafts.MapGet("", async Task<Results<Ok<Page<DraftView>>, ProblemResult>> (
                [Description("Words that the prompt or the title holds, all of them, letter case and accents aside.")] string? q,
                [Description("Where the generation stands: queued, in_progress, completed, failed or cancelled.")] string? status,
                [Description("True for finished videos that were not opened yet, false for all others.")] bool? unread,
                [Description("Shape of the picture: portrait, landscape or square.")] string? orientation,
                [Description("Only those in this folder.")] Guid? folder,
                [Description("Where to go on: next of the page before.")] string? cursor,
                [Description("Number of drafts, 1 to 100; 20 when absent.")] int? limit,
                ReadDrafts read, ClaimsPrincipal user, CancellationToken cancel)
                => ReadFilter(q, status, unread, orientation, folder).TryGet(out DraftFilter? filter, out Problem? problem)
                    ? (await read.ListAsync(user.AccountId(), filter, cursor, limit, cancel)).Answer(TypedResults.Ok)
                    : new ProblemResult(problem))
            .Named("listDrafts", "One's own drafts, newest first, those in the making included.")
            .Refuses(DraftsErrors.FilterInvalid, HttpErrors.CursorInvalid, HttpErrors.LimitInvalid);

        drafts.MapPost("/arrange", async Task<Results<Ok<ArrangedDrafts>, ProblemResult>> (ArrangeDraftsRequest body, ArrangeDrafts arrange, ClaimsPrincipal user, CancellationToken cancel)
                => (await arrange.RunAsync(user.AccountId(), body, cancel)).Answer(TypedResults.Ok))
            .Named("arrangeDrafts", "Deletes, moves or marks several drafts at once.")
            .Refuses(DraftsErrors.SelectionInvalid, DraftsErrors.FolderNotFound)
            .Costs(10);

        MapFolders(drafts);
        MapOne(drafts);
    }

    private static Outcome<DraftFilter> ReadFilter(string? query, string? status, bool? unread, string? orientation, Guid? folder)
    {
        GenerationState state = default;
        Orientation shape = default;
        bool known = (status is null || Enum.TryParse(status.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out state))
            && (orientation is null || Enum.TryParse(orientation, ignoreCase: true, out shape))
            && Enum.IsDefined(state) && Enum.IsDefined(shape) && query is not { Length: > DraftFilter.QueryMaxLength };
        return known
            ? new DraftFilter(query, status is null ? null : state, unread, orientation is null ? null : shape, folder)
            : DraftsErrors.FilterInvalid;
    }

    private static void MapFolders(RouteGroupBuilder drafts)
    {
        drafts.MapGet("/folders", async Task<Ok<Page<DraftFolderView>>> (DraftFolders folders, ClaimsPrincipal user, CancellationToken cancel)
                => TypedResults.Ok(new Page<DraftFolderView>(await folders.ListAsync(user.AccountId(), cancel), Next: null)))
            .Named("listDraftFolders", "One's own folders of drafts, by name.");

        drafts.MapPost("/folders", async Task<Results<Created<DraftFolderView>, ProblemResult>> (DraftFolderRequest body, DraftFolders folders, ClaimsPrincipal user, CancellationToken cancel)
                => (await folders.CreateAsync(user.AccountId(), body, cancel)).Answer(folder => TypedResults.Created($"/api/drafts?folder={folder.Id}", folder)))
            .Named("createDraftFolder", "Makes a folder.")
            .Refuses(DraftsErrors.FolderNameInvalid, DraftsErrors.FolderNameTaken, DraftsErrors.TooManyFolders)
            .Costs(2);

        drafts.MapPut("/folders/{id:guid}", async Task<Results<Ok<DraftFolderView>, ProblemResult>> (Guid id, DraftFolderRequest body, DraftFolders folders, ClaimsPrincipal user, CancellationToken cancel)
                => (await folders.RenameAsync(user.AccountId(), id, body, cancel)).Answer(TypedResults.Ok))
            .Named("renameDraftFolder", "Renames a folder.")
            .Refuses(DraftsErrors.FolderNameInvalid, DraftsErrors.FolderNameTaken, DraftsErrors.FolderNotFound)
            .Costs(2);

        drafts.MapDelete("/folders/{id:guid}", async Task<Results<NoContent, ProblemResult>> (Guid id, DraftFolders folders, ClaimsPrincipal user, CancellationToken cancel)
                => await folders.DeleteAsync(user.AccountId(), id, cancel) is { } problem ? new ProblemResult(problem) : TypedResults.NoContent())
            .Named("deleteDraftFolder", "Removes a folder; its drafts stay.")
            .Refuses(DraftsErrors.FolderNotFound)
            .Costs(2);
    }

    private static void MapOne(RouteGroupBuilder drafts)
    {
        drafts.MapPut("/{id:guid}/title", async Task<Results<Ok<DraftView>, ProblemResult>> (Guid id, RenameDraftRequest body, ArrangeDrafts arrange, ClaimsPrincipal user, CancellationToken cancel)
                => (await arrange.RenameAsync(user.AccountId(), id, body, cancel)).Answer(TypedResults.Ok))
            .Named("renameDraft", "Gives a draft a name.")
            .Refuses(PostsErrors.TitleTooLong, DraftsErrors.DraftNotFound)
            .Costs(2);

        drafts.MapPost("/{id:guid}/reroll", async Task<Results<Accepted<GenerationView>, ProblemResult>> (Guid id, RepeatDraft repeat, ClaimsPrincipal user, CancellationToken cancel)
                => (await repeat.RerollAsync(user.AccountId(), id, cancel)).Answer(generation => TypedResults.Accepted($"/api/generations/{generation.Id}", generation)))
            .Named("rerollDraft", "Asks for another take: everything the same but the seed.")
            .Refuses(DraftsErrors.DraftNotFound, DraftsErrors.EditHasNoTakes, CreateErrors.TooManyActive)
            .Costs(20);

        drafts.MapPost("/{id:guid}/retry", async Task<Results<Accepted<GenerationView>, ProblemResult>> (Guid id, RepeatDraft repeat, ClaimsPrincipal user, CancellationToken cancel)
                => (await repeat.RetryAsync(user.AccountId(), id, cancel)).Answer(generation => TypedResults.Accepted($"/api/generations/{generation.Id}", generation)))
            .Named("retryDraft", "Tries a failed or cancelled draft again, as it was; the failed one stays with its reason, and has cost nothing.")
            .Refuses(DraftsErrors.DraftNotFound, DraftsErrors.NothingToRetry, CreateErrors.TooManyActive)
            .Costs(20);


        drafts.MapGet("/{id:guid}", async Task<Results<Ok<DraftView>, ProblemResult>> (Guid id, ReadDrafts read, ClaimsPrincipal user, CancellationToken cancel)
                => (await read.FindAsync(user.AccountId(), id, cancel)).Answer(TypedResults.Ok))
            .Named("readDraft", "One of one's own drafts.")
            .Refuses(DraftsErrors.DraftNotFound);

        drafts.MapPost("/{id:guid}/read", async Task<Results<Ok<DraftView>, ProblemResult>> (Guid id, ReadDrafts read, ClaimsPrincipal user, CancellationToken cancel)
                => (await read.MarkReadAsync(user.AccountId(), id, cancel)).Answer(TypedResults.Ok))
            .Named("markDraftRead", "Notes that the draft has been opened.")
            .Refuses(DraftsErrors.DraftNotFound);

        drafts.MapDelete("/{id:guid}", async Task<Results<NoContent, ProblemResult>> (Guid id, DeleteDraft delete, ClaimsPrincipal user, CancellationToken cancel)
                => await delete.RunAsync(user.AccountId(), id, cancel) is { } problem ? new ProblemResult(problem) : TypedResults.NoContent())
            .Named("deleteDraft", "Deletes a draft with its video, for good; one in the making is cancelled first.")
            .Refuses(DraftsErrors.DraftNotFound)
            .Costs(5);
    }
}

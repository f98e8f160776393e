using System.Security.Claims;
using Lucarne.Social.Accounts;
using Lucarne.Social.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lucarne.Social.Erasures;

/// <summary>A receipt to check.</summary>
/// <param name="Document">The whole file, as downloaded.</param>
public sealed record CheckReceiptRequest(string Document);

/// <summary>The doors of closing an account, opening it again, and of receipts.</summary>
internal static class ErasuresEndpoints
{
    public static void AddErasures(this IServiceCollection services)
    {
        services.AddSingleton<ErasureList>();
        services.AddScoped<CloseAccount>();
        services.AddScoped<ReopenAccount>();
        services.AddScoped<ReadErasure>();
        services.AddScoped<EraseAccount>();
        services.AddSingleton<ErasureWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<ErasureWorker>());
    }

    public static void MapErasures(this IEndpointRouteBuilder api)
    {
        RouteGroupBuilder data = api.MapGroup("").WithTags("Data");

        data.MapPost("/me/close", async Task<Results<Ok<ClosedAccountView>, ProblemResult>> (
                CloseAccountRequest body, CloseAccount close, ErasureWorker worker, ClaimsPrincipal user, HttpContext http, CancellationToken cancel) =>
            {
                Outcome<ClosedAccountView> outcome = await close.RunAsync(user.AccountId(), body, http, cancel);
                worker.Wake();
                return outcome.Answer(TypedResults.Ok);
            })
            .Named("closeAccount", "Closes the account: hidden from everyone and signed out everywhere at once, erased after the days of grace. Any sign-in before can open it again.")
            .Refuses(
                ErasuresErrors.ConfirmationFailed, ErasuresErrors.AccountClosed, ErasuresErrors.LastAdministrator, AccountsErrors.SignInThrottled,
                AccountsErrors.PasskeyCeremonyMissing, AccountsErrors.PasskeyRefused)
            .Costs(20)
            .RequireAuthorization();

        data.MapPost("/me/reopen", async Task<Results<Ok<Me>, ProblemResult>> (ReopenAccount reopen, ReadMe me, ClaimsPrincipal user, CancellationToken cancel)
                => await reopen.RunAsync(user.AccountId(), cancel) is { } problem ? new ProblemResult(problem) : TypedResults.Ok(await me.RunAsync(user.AccountId(), cancel)))
            .Named("reopenAccount", "Opens a closed account again within the days of grace.")
            .Refuses(ErasuresErrors.AccountNotClosed, ErasuresErrors.AccountBeingErased)
            .Costs(5)
            .OpenToClosedAccounts()
            .RequireAuthorization();

        data.MapGet("/erasures/{link}", async Task<Results<Ok<ErasureView>, ProblemResult>> (string link, ReadErasure read, HttpContext http, CancellationToken cancel) =>
            {
                http.Response.Headers.CacheControl = "no-store";
                return (await read.FindAsync(link, cancel)).Answer(TypedResults.Ok);
            })
            .Named("readErasure", "Where the deletion of an account stands, by its secret link.")
            .Refuses(ErasuresErrors.ErasureNotFound)
            .Costs(5);

        data.MapGet("/erasures/{link}/receipt", async Task<Results<ContentHttpResult, ProblemResult>> (string link, ReadErasure read, HttpContext http, CancellationToken cancel) =>
            {
                http.Response.Headers.CacheControl = "no-store";
                http.Response.Headers.ContentDisposition = "attachment; filename=lucarne-erasure-receipt.json";
                return (await read.ReceiptAsync(link, cancel)).Answer(receipt => TypedResults.Text(receipt, "application/jose+json"));
            })
            .Named("downloadErasureReceipt", "The signed receipt: a JSON Web Signature (RFC 7515).")
            .Produces(StatusCodes.Status200OK, contentType: "application/jose+json")
            .Refuses(ErasuresErrors.ErasureNotFound, ErasuresErrors.ReceiptNotReady)
            .Costs(5);

        data.MapGet("/receipts/key", Ok<ReceiptKey> (ReadErasure read) => TypedResults.Ok(read.Key()))
            .Named("readReceiptKey", "The public key that signs this installation's receipts, as a JSON Web Key.");

        data.MapPost("/receipts/check", Results<Ok<ReceiptCheck>, ProblemResult> (CheckReceiptRequest body, ReadErasure read) => read.Check(body.Document).Answer(TypedResults.Ok))
            .Named("checkReceipt", "Checks that this installation signed a receipt, and tells what it says.")
            .Refuses(ErasuresErrors.ReceiptInvalid)
            .Costs(10);
    }
}

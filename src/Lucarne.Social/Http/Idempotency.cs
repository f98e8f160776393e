using System.Security.Cryptography;
using System.Text;
using Lucarne.Social.Accounts;
using Lucarne.Social.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Lucarne.Social.Http;

/// <summary>Makes a repeated POST harmless (draft-ietf-httpapi-idempotency-key-header): the same key and body give the first answer again, for 24 hours.</summary>
/// <remarks>Keys belong to an account; requests of the signed out go through unchanged. Answers of 500 and above are forgotten, so that a retry does the work.</remarks>
internal sealed class Idempotency(IDbContextFactory<LucarneContext> contexts, TimeProvider time)
{
    /// <summary>Header of the key.</summary>
    public const string Header = "Idempotency-Key";

    /// <summary>Header that marks an answer given again.</summary>
    public const string ReplayedHeader = "Idempotency-Replayed";

    /// <summary>Most characters of a key.</summary>
    public const int KeyMaxLength = 128;

    /// <summary>How long answers are kept.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);

    /// <summary>A request that has run for longer was cut off by a crash; its key may be used again.</summary>
    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(60);

    /// <summary>The middleware.</summary>
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        HttpRequest request = context.Request;
        if (!HttpMethods.IsPost(request.Method) || !request.Headers.TryGetValue(Header, out var header) || context.GetEndpoint() is null)
        {
            await next(context);
            return;
        }

        string key = header.ToString().Trim('"');
        if (key.Length is 0 or > KeyMaxLength || !key.All(c => c is > ' ' and <= '~'))
        {
            await new ProblemResult(HttpErrors.IdempotencyKeyInvalid).ExecuteAsync(context);
            return;
        }

        if (context.User.FindAccountId() is not Guid accountId)
        {
            await next(context);
            return;
        }

        byte[] hash = await HashAsync(request, context.RequestAborted);
        DateTimeOffset now = time.GetUtcNow();
        IdempotencyRecord? earlier = await BeginAsync(accountId, key, hash, now, context.RequestAborted);
        if (earlier is null)
        {
            await RunAsync(context, next, new Claim(accountId, key, now));
        }
        else if (!earlier.RequestHash.AsSpan().SequenceEqual(hash))
        {
            await new ProblemResult(HttpErrors.IdempotencyKeyReused).ExecuteAsync(context);
        }
        else if (earlier.Status is null)
        {
            await new ProblemResult(HttpErrors.IdempotencyKeyInUse).ExecuteAsync(context);
        }
        else
        {
            await ReplayAsync(context, earlier);
        }
    }

    private static async Task<byte[]> HashAsync(HttpRequest request, CancellationToken cancel)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        byte[] buffer = new byte[8192];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancel)) > 0)
        {
            hash.AppendData(buffer, 0, read);
        }

        request.Body.Position = 0;
        return hash.GetHashAndReset();
    }

    /// <summary>Claims the key: null for the first request, the earlier record for a repeated one.</summary>
    private async Task<IdempotencyRecord?> BeginAsync(Guid accountId, string key, byte[] hash, DateTimeOffset now, CancellationToken cancel)
    {
        DateTimeOffset forgotten = now - KeptFor;
        DateTimeOffset cutOff = now - LongestRun;
        await using LucarneContext db = await contexts.CreateDbContextAsync(cancel);
        IQueryable<IdempotencyRecord> mine = db.IdempotencyRecords.Where(r => r.AccountId == accountId && r.Key == key);
        await mine.Where(r => r.CreatedAt < forgotten || (r.Status == null && r.CreatedAt < cutOff)).ExecuteDeleteAsync(cancel);
        if (await mine.AsNoTracking().SingleOrDefaultAsync(cancel) is { } earlier)
        {
            return earlier;
        }

        db.IdempotencyRecords.Add(new IdempotencyRecord { AccountId = accountId, Key = key, RequestHash = hash, CreatedAt = now });
        try
        {
            await db.SaveChangesAsync(cancel);
            return null;
        }
        catch (DbUpdateException) when (!cancel.IsCancellationRequested)
        {
            // Another request with the key was faster.
            if (await mine.AsNoTracking().SingleOrDefaultAsync(cancel) is { } faster)
            {
                return faster;
            }

            throw;
        }
    }

    private async Task RunAsync(HttpContext context, RequestDelegate next, Claim claim)
    {
        Stream client = context.Response.Body;
        CancellationToken gone = context.RequestAborted;
        using MemoryStream answer = new();
        using CancellationTokenSource tooLong = new(LongestRun, time);
        context.Response.Body = answer;
        // Whoever repeats a request wants it done once, not undone by the connection that broke: between its commit and its answer, a request that is
        // given up would have happened and be forgotten.
        context.RequestAborted = tooLong.Token;
        bool finished = false;
        try
        {
            await next(context);
            finished = context.Response.StatusCode < 500;
        }
        finally
        {
            context.Response.Body = client;
            context.RequestAborted = gone;
            // The answer is kept even when the client has gone: that is the moment in which it will be asked for again.
            await EndAsync(context, claim, finished ? answer.ToArray() : null);
        }

        answer.Position = 0;
        await answer.CopyToAsync(client, gone);
    }

    /// <summary>Keeps the answer, or forgets the request. What ran for so long that its key was given to another changes nothing of that one's.</summary>
    private async Task EndAsync(HttpContext context, Claim claim, byte[]? body)
    {
        await using LucarneContext db = await contexts.CreateDbContextAsync(CancellationToken.None);
        IQueryable<IdempotencyRecord> record = db.IdempotencyRecords.Where(r => r.AccountId == claim.AccountId && r.Key == claim.Key && r.CreatedAt == claim.At);
        if (body is null)
        {
            await record.ExecuteDeleteAsync(CancellationToken.None);
            return;
        }

        (int status, string? type, string? location) = (context.Response.StatusCode, context.Response.ContentType, context.Response.Headers.Location.FirstOrDefault());
        await record.ExecuteUpdateAsync(
            set => set.SetProperty(r => r.Status, status).SetProperty(r => r.ContentType, type).SetProperty(r => r.Location, location).SetProperty(r => r.Body, body),
            CancellationToken.None);
    }

    private static async Task ReplayAsync(HttpContext context, IdempotencyRecord record)
    {
        HttpResponse response = context.Response;
        response.StatusCode = record.Status!.Value;
        response.ContentType = record.ContentType;
        response.Headers[ReplayedHeader] = "true";
        if (record.Location is not null)
        {
            response.Headers[HeaderNames.Location] = record.Location;
        }

        if (record.Body is { Length: > 0 } body)
        {
            await response.Body.WriteAsync(body, context.RequestAborted);
        }
    }

    /// <summary>A key that a request holds while it runs.</summary>
    /// <param name="AccountId">Whose.</param>
    /// <param name="Key">The key.</param>
    /// <param name="At">Since when; no other request holds it from the same moment.</param>
    private sealed record Claim(Guid AccountId, string Key, DateTimeOffset At);
}

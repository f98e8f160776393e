using System.Buffers.Text;
using System.Security.Cryptography;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Notifications.Push;

/// <summary>Whether this installation sends to devices, and whether this one is subscribed.</summary>
/// <param name="PublicKey">What a browser subscribes with (applicationServerKey), base64url; null where push is not offered.</param>
/// <param name="Subscribed">True where this session's browser has subscribed.</param>
public sealed record PushView(string? PublicKey, bool Subscribed);

/// <summary>A browser's subscription: PushSubscription.toJSON().</summary>
/// <param name="Endpoint">Address at its push service, at most 1,024 characters.</param>
/// <param name="Keys">What messages to it are encrypted with.</param>
public sealed record PushSubscriptionRequest(string Endpoint, PushSubscriptionKeys Keys);

/// <summary>What messages to a browser are encrypted with, base64url.</summary>
/// <param name="P256dh">Its public key.</param>
/// <param name="Auth">Its authentication secret.</param>
public sealed record PushSubscriptionKeys(string P256dh, string Auth);

/// <summary>Keeps one subscription for each signed-in browser.</summary>
internal sealed class SubscribeToPush(LucarneContext db, PushSender sender, TimeProvider time)
{
    public async Task<PushView> ReadAsync(Guid? sessionId, CancellationToken cancel)
        => new(sender.Keys?.PublicKey, await db.PushSubscriptions.AnyAsync(s => s.SessionId == sessionId, cancel));

    /// <summary>Subscribes this session's browser, in place of what it had.</summary>
    public async Task<Outcome<PushView>> SubscribeAsync(Guid accountId, Guid sessionId, PushSubscriptionRequest request, CancellationToken cancel)
    {
        if (sender.Keys is null)
        {
            return NotificationsErrors.PushNotOffered;
        }

        if (Read(accountId, sessionId, request) is not { } subscription)
        {
            return NotificationsErrors.PushSubscriptionInvalid;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.PushSubscriptions.Where(s => s.SessionId == sessionId || s.Endpoint == subscription.Endpoint).ExecuteDeleteAsync(cancel);
        db.PushSubscriptions.Add(subscription);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return new PushView(sender.Keys.PublicKey, Subscribed: true);
    }

    /// <summary>Ends this session's subscription; doing so twice is no error.</summary>
    public async Task<PushView> UnsubscribeAsync(Guid sessionId, CancellationToken cancel)
    {
        await db.PushSubscriptions.Where(s => s.SessionId == sessionId).ExecuteDeleteAsync(cancel);
        return new PushView(sender.Keys?.PublicKey, Subscribed: false);
    }

    private PushSubscription? Read(Guid accountId, Guid sessionId, PushSubscriptionRequest request)
    {
        if (request.Endpoint.Length > PushSubscription.EndpointMaxLength || !Uri.TryCreate(request.Endpoint, UriKind.Absolute, out Uri? endpoint) || !sender.Addresses.MayBeEndpoint(endpoint)
            || !TryDecode(request.Keys.P256dh, WebPushEncryption.PublicKeyBytes, out byte[] publicKey)
            || !TryDecode(request.Keys.Auth, WebPushEncryption.AuthSecretBytes, out byte[] authSecret))
        {
            return null;
        }

        try
        {
            using ECDiffieHellman key = ECDiffieHellman.Create(WebPushEncryption.PointOf(publicKey));
        }
        catch (CryptographicException)
        {
            return null;
        }

        DateTimeOffset now = time.GetUtcNow();
        return new PushSubscription
        {
            Id = Guid.CreateVersion7(now),
            AccountId = accountId,
            SessionId = sessionId,
            Endpoint = endpoint.AbsoluteUri,
            PublicKey = publicKey,
            AuthSecret = authSecret,
            CreatedAt = now,
        };
    }

    private static bool TryDecode(string text, int length, out byte[] bytes)
    {
        bytes = new byte[length];
        string plain = text.TrimEnd('=');
        return plain.Length == Base64Url.GetEncodedLength(length) && Base64Url.IsValid(plain) && Base64Url.TryDecodeFromChars(plain, bytes, out int written) && written == length;
    }
}

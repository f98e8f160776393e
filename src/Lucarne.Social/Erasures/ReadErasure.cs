using System.Security.Cryptography;
using System.Text;
using Lucarne.Social.Accounts;
using Lucarne.Social.Data;
using Lucarne.Social.Http;
using Microsoft.EntityFrameworkCore;

namespace Lucarne.Social.Erasures;

/// <summary>Where the deletion of an account stands, for whoever has its secret link.</summary>
/// <param name="Status">Where it stands.</param>
/// <param name="RequestedAt">When the owner asked for it.</param>
/// <param name="EraseAt">When the days of grace run out.</param>
/// <param name="ErasedAt">When everything was gone; null before.</param>
/// <param name="Erased">How much was erased; null before.</param>
/// <param name="ReceiptUrl">Where the signed receipt is; null before everything was gone.</param>
public sealed record ErasureView(
    ErasureStatus Status, DateTimeOffset RequestedAt, DateTimeOffset EraseAt, DateTimeOffset? ErasedAt, ErasedCounts? Erased, string? ReceiptUrl);

/// <summary>What the check of a receipt found.</summary>
/// <param name="Receipt">What it says.</param>
/// <param name="KeyThumbprint">RFC 7638 thumbprint of this installation's key, which signed it.</param>
public sealed record ReceiptCheck(ErasureReceipt Receipt, string KeyThumbprint);

/// <summary>Reads erasures and receipts by their secret link, and checks receipts.</summary>
internal sealed class ReadErasure(LucarneContext db, DatabasePreparation installation)
{
    /// <summary>Where it stands, or <see cref="ErasuresErrors.ErasureNotFound"/>.</summary>
    public async Task<Outcome<ErasureView>> FindAsync(string link, CancellationToken cancel)
        => await RowAsync(link, cancel) is not { } erasure ? ErasuresErrors.ErasureNotFound : new ErasureView(
            erasure.Status, erasure.RequestedAt, erasure.EraseAt, erasure.ErasedAt,
            erasure is { Status: ErasureStatus.Erased, CountsJson: { } counts } ? ErasedCounts.Read(counts) : null,
            erasure.Receipt is null ? null : $"/api/erasures/{link}/receipt");

    /// <summary>The signed receipt, or why there is none.</summary>
    public async Task<Outcome<string>> ReceiptAsync(string link, CancellationToken cancel)
        => await RowAsync(link, cancel) is not { } erasure ? ErasuresErrors.ErasureNotFound
            : erasure.Receipt is { } receipt ? receipt : ErasuresErrors.ReceiptNotReady;

    /// <summary>This installation's public key.</summary>
    public ReceiptKey Key() => Receipts.PublicKey(installation.SigningKey);

    /// <summary>Checks that this installation signed a receipt.</summary>
    public Outcome<ReceiptCheck> Check(string document)
        => Receipts.TryVerify(Encoding.UTF8.GetBytes(document), out VerifiedReceipt? verified) && verified.KeyThumbprint == Key().Thumbprint
            ? new ReceiptCheck(verified.Receipt, verified.KeyThumbprint)
            : ErasuresErrors.ReceiptInvalid;

    private async Task<Erasure?> RowAsync(string link, CancellationToken cancel)
        => SessionCookie.TryRead(link, out Guid id, out byte[] secretHash)
            && await db.Erasures.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, cancel) is { } erasure
            && CryptographicOperations.FixedTimeEquals(erasure.SecretHash, secretHash) ? erasure : null;
}

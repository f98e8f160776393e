using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lucarne.Social.Erasures;

/// <summary>What was erased, and when; the payload of a receipt.</summary>
/// <param name="Type">Always <c>lucarne-erasure-receipt</c>.</param>
/// <param name="Version">Version of the format, 1.</param>
/// <param name="Installation">Name of the installation.</param>
/// <param name="Origin">Its address; empty where it has not been set.</param>
/// <param name="AccountId">The account that is gone.</param>
/// <param name="RequestedAt">When its owner asked for it.</param>
/// <param name="ErasedAt">When everything was gone.</param>
/// <param name="Erased">How much was erased, by kind.</param>
/// <param name="Statement">In words, what this receipt says.</param>
public sealed record ErasureReceipt(
    string Type, int Version, string Installation, string Origin, Guid AccountId, DateTimeOffset RequestedAt, DateTimeOffset ErasedAt, ErasedCounts Erased, string Statement)
{
    /// <summary>What <see cref="Type"/> says.</summary>
    public const string TypeName = "lucarne-erasure-receipt";
}

/// <summary>A receipt that was read and checked.</summary>
/// <param name="Receipt">What it says.</param>
/// <param name="KeyThumbprint">RFC 7638 thumbprint of the key that signed it, base64url.</param>
public sealed record VerifiedReceipt(ErasureReceipt Receipt, string KeyThumbprint);

/// <summary>Signs and checks receipts: JSON Web Signatures (RFC 7515, flattened JSON) by ES256, which any JOSE library checks too.</summary>
public static class Receipts
{
    private const int MaxBytes = 64 << 10;
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 8, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true };

    /// <summary>Draws a key.</summary>
    /// <returns>PKCS #8.</returns>
    internal static byte[] DrawKey()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKey();
    }

    /// <summary>The public half of a key as a JSON Web Key.</summary>
    /// <param name="pkcs8">From <see cref="DrawKey"/>.</param>
    internal static ReceiptKey PublicKey(byte[] pkcs8)
    {
        using ECDsa key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(pkcs8, out _);
        ECPoint point = key.ExportParameters(includePrivateParameters: false).Q;
        return new ReceiptKey("EC", "P-256", Base64Url.EncodeToString(point.X), Base64Url.EncodeToString(point.Y));
    }

    /// <summary>Signs.</summary>
    /// <returns>The receipt as an indented JSON document.</returns>
    internal static string Sign(ErasureReceipt receipt, byte[] pkcs8)
    {
        using ECDsa key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(pkcs8, out _);
        ReceiptKey jwk = PublicKey(pkcs8);
        string header = Encode(new Header("ES256", jwk.Thumbprint, jwk));
        string payload = Encode(receipt);
        byte[] signature = key.SignData(Encoding.ASCII.GetBytes($"{header}.{payload}"), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return JsonSerializer.Serialize(new Signed(header, payload, Base64Url.EncodeToString(signature)), s_json) + "\n";
    }

    /// <summary>Reads a receipt and checks its signature against the key that it names. Whose key that is, the caller compares by its thumbprint.</summary>
    /// <param name="document">The file's bytes; hostile.</param>
    /// <param name="verified">What it says.</param>
    /// <returns>False for anything that is not a receipt with a right signature.</returns>
    public static bool TryVerify(ReadOnlySpan<byte> document, [NotNullWhen(true)] out VerifiedReceipt? verified)
    {
        verified = null;
        if (document.Length > MaxBytes)
        {
            return false;
        }

        try
        {
            if (JsonSerializer.Deserialize<Signed>(document, s_json) is not { } signed
                || JsonSerializer.Deserialize<Header>(Base64Url.DecodeFromChars(signed.Protected), s_json) is not { Alg: "ES256", Jwk: { Kty: "EC", Crv: "P-256" } } header)
            {
                return false;
            }

            using ECDsa key = ECDsa.Create(new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new ECPoint { X = Base64Url.DecodeFromChars(header.Jwk.X), Y = Base64Url.DecodeFromChars(header.Jwk.Y) },
            });
            if (!key.VerifyData(
                    Encoding.ASCII.GetBytes($"{signed.Protected}.{signed.Payload}"), Base64Url.DecodeFromChars(signed.Signature),
                    HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation))
            {
                return false;
            }

            ErasureReceipt? receipt = JsonSerializer.Deserialize<ErasureReceipt>(Base64Url.DecodeFromChars(signed.Payload), s_json);
            verified = receipt is { Type: ErasureReceipt.TypeName, Version: 1 } ? new VerifiedReceipt(receipt, header.Jwk.Thumbprint) : null;
            return verified is not null;
        }
        catch (Exception error) when (error is JsonException or FormatException or CryptographicException or ArgumentException)
        {
            return false;
        }
    }

    private static string Encode<T>(T value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value, JsonSerializerOptions.Web));

    private sealed record Header(string Alg, string Kid, ReceiptKey Jwk);

    private sealed record Signed(string Protected, string Payload, string Signature);
}

/// <summary>A public key of ES256 as a JSON Web Key (RFC 7517).</summary>
/// <param name="Kty">Always <c>EC</c>.</param>
/// <param name="Crv">Always <c>P-256</c>.</param>
/// <param name="X">Coordinate, base64url.</param>
/// <param name="Y">Coordinate, base64url.</param>
public sealed record ReceiptKey(string Kty, string Crv, string X, string Y)
{
    /// <summary>RFC 7638 thumbprint, base64url: the same for the same key, wherever it is shown.</summary>
    public string Thumbprint => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{{\"crv\":\"{Crv}\",\"kty\":\"{Kty}\",\"x\":\"{X}\",\"y\":\"{Y}\"}}")));
}

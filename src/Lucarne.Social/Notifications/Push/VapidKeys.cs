using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Lucarne.Social.Notifications.Push;

/// <summary>The key pair by which push services know this installation (VAPID, RFC 8292).</summary>
public sealed class VapidKeys : IDisposable
{
    /// <summary>How long a token holds; RFC 8292 allows 24 hours.</summary>
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromHours(12);

    private readonly ECDsa _key;
    private readonly string _subject;

    private VapidKeys(ECDsa key, string publicKey, string subject) => (_key, PublicKey, _subject) = (key, publicKey, subject);

    /// <summary>The public key in base64url: what a browser subscribes with.</summary>
    public string PublicKey { get; }

    /// <summary>The keys of the settings; null where none are set.</summary>
    /// <exception cref="FormatException">The settings hold keys that can't be used.</exception>
    public static VapidKeys? Of(PushOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (string.IsNullOrEmpty(options.PublicKey) && string.IsNullOrEmpty(options.PrivateKey))
        {
            return null;
        }

        if (!Uri.TryCreate(options.Subject, UriKind.Absolute, out Uri? subject) || subject.Scheme is not ("mailto" or "https"))
        {
            throw new FormatException("Push.Subject is how push services reach the operator: set a mailto: or https: address");
        }

        try
        {
            ECParameters parameters = WebPushEncryption.PointOf(Base64Url.DecodeFromChars(options.PublicKey));
            parameters.D = Base64Url.DecodeFromChars(options.PrivateKey);
            ECDsa key = ECDsa.Create(parameters);
            return new VapidKeys(key, options.PublicKey!.TrimEnd('='), options.Subject!);
        }
        catch (Exception error) when (error is CryptographicException or FormatException)
        {
            throw new FormatException("Push.PublicKey and Push.PrivateKey are no P-256 key pair in base64url; make one with: lucarne push-keys", error);
        }
    }

    /// <summary>Makes a new pair.</summary>
    /// <returns>Both keys in base64url, as the settings take them.</returns>
    public static (string PublicKey, string PrivateKey) Generate()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        ECParameters parameters = key.ExportParameters(includePrivateParameters: true);
        return (Base64Url.EncodeToString(WebPushEncryption.PublicKeyOf(parameters)), Base64Url.EncodeToString(parameters.D));
    }

    /// <summary>Value of the Authorization header for a push service.</summary>
    /// <param name="endpoint">Address of the subscription; its origin is who may read the token.</param>
    /// <param name="now">The time.</param>
    public string Authorize(Uri endpoint, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        string header = Encode("""{"typ":"JWT","alg":"ES256"}""");
        string claims = Encode(JsonSerializer.Serialize(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["aud"] = endpoint.GetLeftPart(UriPartial.Authority),
            ["exp"] = (now + TokenLifetime).ToUnixTimeSeconds(),
            ["sub"] = _subject,
        }));
        byte[] signature = _key.SignData(Encoding.ASCII.GetBytes($"{header}.{claims}"), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return $"vapid t={header}.{claims}.{Base64Url.EncodeToString(signature)}, k={PublicKey}";
    }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Lucarne.Social.Notifications.Push;

/// <summary>Encrypts a push message for one browser, so that its push service can't read it (RFC 8291, over the <c>aes128gcm</c> coding of RFC 8188).</summary>
public static class WebPushEncryption
{
    /// <summary>Bytes of an uncompressed P-256 public key.</summary>
    public const int PublicKeyBytes = 65;

    /// <summary>Bytes of a browser's authentication secret.</summary>
    public const int AuthSecretBytes = 16;

    /// <summary>Bytes of the salt.</summary>
    public const int SaltBytes = 16;

    /// <summary>Most bytes of a message: push services take bodies of 4,096 bytes.</summary>
    public const int MaxMessageBytes = RecordSize - HeaderBytes - TagBytes - 1;

    private const int RecordSize = 4096;
    private const int HeaderBytes = SaltBytes + 4 + 1 + PublicKeyBytes;
    private const int KeyBytes = 16;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    /// <summary>Encrypts with a key pair and a salt that are used once.</summary>
    /// <param name="message">At most <see cref="MaxMessageBytes"/> bytes.</param>
    /// <param name="browserKey">The browser's public key, 65 bytes.</param>
    /// <param name="authSecret">The browser's authentication secret, 16 bytes.</param>
    /// <returns>The body of the request to the push service: header and one record.</returns>
    /// <exception cref="CryptographicException">The browser's key is no point of the curve.</exception>
    public static byte[] Encrypt(ReadOnlySpan<byte> message, ReadOnlySpan<byte> browserKey, ReadOnlySpan<byte> authSecret)
    {
        using ECDiffieHellman pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return Encrypt(message, browserKey, authSecret, pair, RandomNumberGenerator.GetBytes(SaltBytes));
    }

    /// <summary>As the other, with a given key pair and salt: for test vectors.</summary>
    internal static byte[] Encrypt(ReadOnlySpan<byte> message, ReadOnlySpan<byte> browserKey, ReadOnlySpan<byte> authSecret, ECDiffieHellman pair, ReadOnlySpan<byte> salt)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(message.Length, MaxMessageBytes, nameof(message));
        ArgumentOutOfRangeException.ThrowIfNotEqual(browserKey.Length, PublicKeyBytes, nameof(browserKey));
        ArgumentOutOfRangeException.ThrowIfNotEqual(authSecret.Length, AuthSecretBytes, nameof(authSecret));

        byte[] ownKey = PublicKeyOf(pair.ExportParameters(includePrivateParameters: false));
        (byte[] key, byte[] nonce) = DeriveKeys(pair, browserKey, ownKey, authSecret, salt);
        byte[] body = new byte[HeaderBytes + message.Length + 1 + TagBytes];
        salt.CopyTo(body);
        BinaryPrimitives.WriteUInt32BigEndian(body.AsSpan(SaltBytes), RecordSize);
        body[SaltBytes + 4] = PublicKeyBytes;
        ownKey.CopyTo(body, SaltBytes + 5);

        // The delimiter 2 says that this record is the last.
        byte[] record = [.. message, 2];
        using AesGcm cipher = new(key, TagBytes);
        cipher.Encrypt(nonce, record, body.AsSpan(HeaderBytes, record.Length), body.AsSpan(HeaderBytes + record.Length));
        return body;
    }

    /// <summary>A public key as push services write it: 4, x, y.</summary>
    internal static byte[] PublicKeyOf(ECParameters key) => [4, .. key.Q.X!, .. key.Q.Y!];

    /// <summary>The curve point of a public key of 65 bytes.</summary>
    /// <exception cref="CryptographicException">The key does not begin as an uncompressed one.</exception>
    internal static ECParameters PointOf(ReadOnlySpan<byte> publicKey) => publicKey is [4, ..] && publicKey.Length == PublicKeyBytes
        ? new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = publicKey[1..33].ToArray(), Y = publicKey[33..].ToArray() } }
        : throw new CryptographicException("A public key has 65 bytes and begins with 4");

    private static (byte[] Key, byte[] Nonce) DeriveKeys(ECDiffieHellman pair, ReadOnlySpan<byte> browserKey, byte[] ownKey, ReadOnlySpan<byte> authSecret, ReadOnlySpan<byte> salt)
    {
        using ECDiffieHellman browser = ECDiffieHellman.Create(PointOf(browserKey));
        byte[] shared = pair.DeriveRawSecretAgreement(browser.PublicKey);
        byte[] keyInfo = [.. Encoding.ASCII.GetBytes("WebPush: info\0"), .. browserKey, .. ownKey];
        byte[] secret = HKDF.DeriveKey(HashAlgorithmName.SHA256, shared, 32, authSecret.ToArray(), keyInfo);
        byte[] extracted = HKDF.Extract(HashAlgorithmName.SHA256, secret, salt.ToArray());
        return (
            HKDF.Expand(HashAlgorithmName.SHA256, extracted, KeyBytes, Encoding.ASCII.GetBytes("Content-Encoding: aes128gcm\0")),
            HKDF.Expand(HashAlgorithmName.SHA256, extracted, NonceBytes, Encoding.ASCII.GetBytes("Content-Encoding: nonce\0")));
    }
}

using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Lucarne.End2End.Tests.Harness;

/// <summary>A passkey authenticator in software: one ES256 credential, answering WebAuthn questions as a browser's <c>toJSON()</c> would.</summary>
internal sealed class SoftwareAuthenticator(Uri origin) : IDisposable
{
    private const byte UserPresent = 0x01;
    private const byte UserVerified = 0x04;
    private const byte CredentialAttached = 0x40;

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _credentialId = RandomNumberGenerator.GetBytes(32);
    private string? _userHandle;

    /// <summary>Signature counter; grows with every use.</summary>
    public uint SignCount { get; set; }

    /// <summary>Makes the credential: <c>navigator.credentials.create</c>.</summary>
    public object Create(JsonElement options)
    {
        _userHandle = options.GetProperty("user").GetProperty("id").GetString();
        byte[] clientData = ClientData("webauthn.create", options);
        ECParameters point = _key.ExportParameters(includePrivateParameters: false);
        byte[] publicKey = new CborWriter().Map(5)
            .Number(1).Number(2)
            .Number(3).Number(-7)
            .Number(-1).Number(1)
            .Number(-2).Bytes(point.Q.X!)
            .Number(-3).Bytes(point.Q.Y!).ToArray();
        byte[] idLength = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(idLength, (ushort)_credentialId.Length);
        byte[] authenticatorData =
        [
            .. AuthenticatorData(options.GetProperty("rp").GetProperty("id").GetString()!, UserPresent | UserVerified | CredentialAttached),
            .. new byte[16], .. idLength, .. _credentialId, .. publicKey,
        ];
        byte[] attestation = new CborWriter().Map(3)
            .Text("fmt").Text("none")
            .Text("attStmt").Map(0)
            .Text("authData").Bytes(authenticatorData).ToArray();
        return Credential(new { clientDataJSON = Encode(clientData), attestationObject = Encode(attestation), transports = new[] { "internal" } });
    }

    /// <summary>Signs in: <c>navigator.credentials.get</c>.</summary>
    public object Get(JsonElement options)
    {
        SignCount++;
        byte[] clientData = ClientData("webauthn.get", options);
        byte[] authenticatorData = AuthenticatorData(options.GetProperty("rpId").GetString()!, UserPresent | UserVerified);
        byte[] signature = _key.SignData([.. authenticatorData, .. SHA256.HashData(clientData)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Credential(new { clientDataJSON = Encode(clientData), authenticatorData = Encode(authenticatorData), signature = Encode(signature), userHandle = _userHandle });
    }

    /// <inheritdoc/>
    public void Dispose() => _key.Dispose();

    private static string Encode(byte[] bytes) => Base64Url.EncodeToString(bytes);

    private object Credential(object response) => new
    {
        id = Encode(_credentialId),
        rawId = Encode(_credentialId),
        type = "public-key",
        clientExtensionResults = new { },
        authenticatorAttachment = "platform",
        response,
    };

    private byte[] ClientData(string type, JsonElement options) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new
    {
        type,
        challenge = options.GetProperty("challenge").GetString(),
        origin = origin.GetLeftPart(UriPartial.Authority),
        crossOrigin = false,
    }));

    private byte[] AuthenticatorData(string relyingParty, byte flags)
    {
        byte[] counter = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(counter, SignCount);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(relyingParty)), flags, .. counter];
    }
}

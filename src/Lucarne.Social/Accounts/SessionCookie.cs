using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Lucarne.Social.Accounts;

/// <summary>The two-part cookie values of sessions and passkey ceremonies: an id to find the row by, and a secret to compare in constant time.</summary>
internal static class SessionCookie
{
    /// <summary>Cookie of the session.</summary>
    public const string Name = "lucarne_session";

    /// <summary>Cookie of a passkey ceremony.</summary>
    public const string CeremonyName = "lucarne_ceremony";

    private const int SecretBytes = 32;
    private const int IdCharacters = 32;

    /// <summary>Draws a secret; only its hash is kept.</summary>
    public static (string Value, byte[] SecretHash) Make(Guid id)
    {
        byte[] secret = RandomNumberGenerator.GetBytes(SecretBytes);
        return (id.ToString("N") + Base64Url.EncodeToString(secret), SHA256.HashData(secret));
    }

    /// <summary>Splits a cookie's value; false for anything that <see cref="Make"/> can't have written.</summary>
    public static bool TryRead(string? value, out Guid id, out byte[] secretHash)
    {
        (id, secretHash) = (default, []);
        if (value is null || value.Length != IdCharacters + Base64Url.GetEncodedLength(SecretBytes)
            || !Guid.TryParseExact(value.AsSpan(0, IdCharacters), "N", out id)
            || !Base64Url.IsValid(value.AsSpan(IdCharacters)))
        {
            return false;
        }

        secretHash = SHA256.HashData(Base64Url.DecodeFromChars(value.AsSpan(IdCharacters)));
        return true;
    }

    /// <summary>Sets a cookie that scripts can't read.</summary>
    public static void Set(HttpContext http, string name, string value, DateTimeOffset expires)
        => http.Response.Cookies.Append(name, value, Options(http, expires));

    /// <summary>Removes a cookie.</summary>
    public static void Remove(HttpContext http, string name)
        => http.Response.Cookies.Delete(name, Options(http, expires: null));

    private static CookieOptions Options(HttpContext http, DateTimeOffset? expires) => new()
    {
        HttpOnly = true,
        Secure = http.Request.IsHttps,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        Expires = expires,
        IsEssential = true,
    };
}

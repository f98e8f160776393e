using System.Collections.Frozen;
using Lucarne.Social.Http;

namespace Lucarne.Social.Accounts;

/// <summary>Length and guessability, as NIST SP 800-63B advises: no rules of composition.</summary>
public static class PasswordRules
{
    /// <summary>Fewest characters.</summary>
    public const int MinLength = 10;

    /// <summary>Most characters: hashing time must not be the sender's choice.</summary>
    public const int MaxLength = 200;

    /// <summary>Passwords of at least <see cref="MinLength"/> characters that lead the published lists of leaked ones, lower case.</summary>
    private static readonly FrozenSet<string> Common = FrozenSet.ToFrozenSet(
    [
        "1234567890", "12345678910", "123456789a", "1234567891", "0123456789", "0987654321", "9876543210", "1122334455", "1q2w3e4r5t", "1q2w3e4r5t6y", "1qaz2wsx3edc", "123123123123", "123qweasdzxc",
        "123456789q", "1234512345", "1029384756", "147258369a", "3rjs1la7qe", "a123456789", "aa12345678", "abcd123456", "abc1234567", "abcdefghij", "abcdefghijk", "administrator", "admin12345", "alexander1",
        "asdfasdfasdf", "asdfghjkl1", "asdfghjkl;", "azertyuiop", "azertyuiop123", "baseball123", "basketball", "basketball1", "bismillah1", "butterfly1", "califonia1", "changeme123", "charlie123", "chocolate1",
        "christopher", "computer123", "cristiano7", "dragon1234", "football123", "football12", "g_czechout", "iloveyou12", "iloveyou123", "iloveyou1234", "jordan1234", "letmein123", "letmein1234", "liverpool1",
        "loveyou123", "lovely1234", "manchester", "master1234", "mercedes123", "michael123", "monkey1234", "mynoob1234", "motdepasse", "motdepasse1", "motdepasse123", "password01", "password10", "password11", "password12",
        "password123", "password1234", "password12345", "password123!", "password1!", "p@ssw0rd123", "p@ssword123", "passw0rd123", "pokemon123", "princess123", "princess12", "qazwsxedcrfv", "qwer123456", "qwerty1234", "qwerty12345",
        "qwerty123456", "qwertyqwerty", "qwertyuiop", "qwertyuiop1", "qwertyuiop123", "qwertyuiop[]", "q1w2e3r4t5", "q1w2e3r4t5y6", "samsung123", "secret1234", "shadow1234", "starwars123", "sunshine123", "sunshine12", "superman123",
        "testtest123", "thunder123", "trustno1234", "unknown123", "welcome123", "welcome1234", "welcome2024", "welcome2025", "welcome2026", "whatever123", "zaq12wsxcde3", "zxcvbnm123", "zxcvbnm1234",
    ], StringComparer.Ordinal);

    /// <summary>Null when the password will do; otherwise why not.</summary>
    /// <param name="password">As typed; spaces count.</param>
    /// <param name="handle">The account's handle.</param>
    public static Problem? Check(string? password, string handle)
    {
        if (password is null || password.Length < MinLength)
        {
            return AccountsErrors.PasswordTooShort.For("password");
        }

        if (password.Length > MaxLength)
        {
            return AccountsErrors.PasswordTooLong.For("password");
        }

        string lower = password.ToLowerInvariant();
        bool guessable = Common.Contains(lower) || lower == handle || lower.Distinct().Count() < 3;
        return guessable ? AccountsErrors.PasswordCommon.For("password") : null;
    }
}

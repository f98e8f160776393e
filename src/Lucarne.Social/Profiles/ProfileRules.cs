namespace Lucarne.Social.Profiles;

/// <summary>What a profile may hold.</summary>
internal static class ProfileRules
{
    /// <summary>Most characters of a biography.</summary>
    public const int BioMaxLength = 300;

    /// <summary>Most characters of a place.</summary>
    public const int LocationMaxLength = 60;

    /// <summary>Most links.</summary>
    public const int MaxLinks = 5;

    /// <summary>Most characters of a link.</summary>
    public const int LinkMaxLength = 200;
}

using System.ComponentModel.DataAnnotations.Schema;
using System.Text.Json.Serialization;

namespace Lucarne.Social.Settings;

/// <summary>What the owner of an account has chosen, the same on every device. Columns <c>Settings_…</c> of <c>Accounts</c>.</summary>
[ComplexType]
public sealed class AccountSettings
{
    /// <summary>Counts the changes; the entity tag is made of it.</summary>
    public int Version { get; set; }

    /// <summary>Videos start by themselves.</summary>
    public bool Autoplay { get; set; } = true;

    /// <summary>Videos start with sound, where the browser lets them.</summary>
    public bool SoundAtStart { get; set; } = true;

    /// <summary>Nothing is loaded before it is needed, and the small rendition is played.</summary>
    public bool DataSaver { get; set; }

    /// <summary>Captions are shown where there are some.</summary>
    public bool Captions { get; set; } = true;

    /// <summary>Whether movement on the pages is kept small.</summary>
    public MotionChoice ReducedMotion { get; set; }

    /// <summary>Dark or light.</summary>
    public ThemeChoice Theme { get; set; }

    /// <summary>Others see on the profile which posts it likes.</summary>
    public bool ShowLikes { get; set; }

    /// <summary>Who may begin a conversation with it.</summary>
    public MessageAudience MessagesFrom { get; set; } = MessageAudience.Mutuals;

    /// <summary>It is found by search and shown on the explore page; its posts too.</summary>
    public bool Discoverable { get; set; } = true;

    /// <summary>Minutes of watching in a day after which a break is proposed; 0 for never.</summary>
    public int BreakAfterMinutes { get; set; }
}

/// <summary>Whether movement is kept small. Kept as a number: never renumber.</summary>
public enum MotionChoice
{
    /// <summary>As the device says.</summary>
    [JsonStringEnumMemberName("system")]
    System = 0,

    [JsonStringEnumMemberName("on")]
    On = 1,

    [JsonStringEnumMemberName("off")]
    Off = 2,
}

/// <summary>Dark or light. Kept as a number: never renumber.</summary>
public enum ThemeChoice
{
    /// <summary>As the device says.</summary>
    [JsonStringEnumMemberName("system")]
    System = 0,

    [JsonStringEnumMemberName("dark")]
    Dark = 1,

    [JsonStringEnumMemberName("light")]
    Light = 2,
}

/// <summary>Who may begin a conversation with an account. Kept as a number: never renumber.</summary>
public enum MessageAudience
{
    /// <summary>Everyone with an account.</summary>
    [JsonStringEnumMemberName("everyone")]
    Everyone = 0,

    /// <summary>Those whom it follows.</summary>
    [JsonStringEnumMemberName("followed")]
    Followed = 1,

    /// <summary>Those whom it follows and who follow it.</summary>
    [JsonStringEnumMemberName("mutuals")]
    Mutuals = 2,

    [JsonStringEnumMemberName("nobody")]
    Nobody = 3,
}

using Lucarne.Social.Accounts;

namespace Lucarne.Social.Settings;

/// <summary>What the owner of an account has chosen, the same on every device.</summary>
/// <param name="Locale">Language of the interface: <c>en</c> or <c>fr</c>.</param>
/// <param name="Autoplay">Videos start by themselves.</param>
/// <param name="SoundAtStart">Videos start with sound, where the browser lets them.</param>
/// <param name="DataSaver">Nothing is loaded before it is needed, and the small rendition is played.</param>
/// <param name="Captions">Captions are shown where there are some.</param>
/// <param name="ReducedMotion">Whether movement on the pages is kept small.</param>
/// <param name="Theme">Dark or light.</param>
/// <param name="ShowLikes">Others see on the profile which posts it likes.</param>
/// <param name="MessagesFrom">Who may begin a conversation with it.</param>
/// <param name="Discoverable">It is found by search and shown on the explore page; its posts too.</param>
/// <param name="BreakAfterMinutes">Minutes of watching in a day after which a break is proposed: 0 (never) or 5 to 600.</param>
public sealed record AccountSettingsView(
    string Locale, bool Autoplay, bool SoundAtStart, bool DataSaver, bool Captions, MotionChoice ReducedMotion, ThemeChoice Theme,
    bool ShowLikes, MessageAudience MessagesFrom, bool Discoverable, int BreakAfterMinutes)
{
    /// <summary>The settings of an account.</summary>
    public static AccountSettingsView Of(Account account)
    {
        AccountSettings settings = account.Settings;
        return new AccountSettingsView(
            account.Locale, settings.Autoplay, settings.SoundAtStart, settings.DataSaver, settings.Captions, settings.ReducedMotion, settings.Theme,
            settings.ShowLikes, settings.MessagesFrom, settings.Discoverable, settings.BreakAfterMinutes);
    }
}

using Lucarne.Social.Http;

namespace Lucarne.Social.Settings;

/// <summary>Refusals of settings.</summary>
public static class SettingsErrors
{
    public static readonly Problem SettingsChanged = new(412, "settings_changed", "The settings have changed meanwhile", "Another device has changed them. Read them again, then change what you meant to.");

    public static readonly Problem BreakInvalid = new(400, "break_invalid", "This reminder can't be set", "Choose 5 to 600 minutes, or 0 for no reminder.");
}

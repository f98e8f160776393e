using Microsoft.Extensions.DependencyInjection;

namespace Lucarne.Social.Notifications;

/// <summary>The doors of notifications.</summary>
internal static class NotificationsEndpoints
{
    public static void AddNotifications(this IServiceCollection services) => services.AddScoped<Notifier>();
}

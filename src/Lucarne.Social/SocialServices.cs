using Lucarne.Social.Accounts;
using Lucarne.Social.Analytics;
using Lucarne.Social.Comments;
using Lucarne.Social.Admin;
using Lucarne.Social.Captions;
using Lucarne.Social.Collections;
using Lucarne.Social.Create;
using Lucarne.Social.Data;
using Lucarne.Social.Drafts;
using Lucarne.Social.Erasures;
using Lucarne.Social.Edits;
using Lucarne.Social.Exports;
using Lucarne.Social.Explore;
using Lucarne.Social.Feed;
using Lucarne.Social.FirstImages;
using Lucarne.Social.Follows;
using Lucarne.Social.Http;
using Lucarne.Social.Imports;
using Lucarne.Social.Instance;
using Lucarne.Social.Lineage;
using Lucarne.Social.MediaFiles;
using Lucarne.Social.Messages;
using Lucarne.Social.Moderation;
using Lucarne.Social.Notifications;
using Lucarne.Social.Operations;
using Lucarne.Social.Posts;
using Lucarne.Social.Profiles;
using Lucarne.Social.Settings;
using Lucarne.Social.Reposts;
using Lucarne.Social.Reactions;
using Lucarne.Social.Search;
using Lucarne.Social.Watching;
using Lucarne.Social.Schedules;
using Lucarne.Social.Sharing;
using Lucarne.Social.WebClient;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lucarne.Social;

/// <summary>The two doors of the network: what it needs, and where it answers.</summary>
public static class SocialServices
{
    /// <summary>Adds every feature. The host adds the studio and its engines over <see cref="LucarneContext"/>.</summary>
    public static IServiceCollection AddSocial(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddData();
        services.AddHttp();
        services.AddAccounts();
        services.AddProfiles();
        services.AddFollows();
        services.AddSettings();
        services.AddCreate();
        services.AddFirstImages();
        services.AddDrafts();
        services.AddPosts();
        services.AddEdits();
        services.AddSchedules();
        services.AddCaptions();
        services.AddCollections();
        services.AddSharing();
        services.AddLineage();
        services.AddReposts();
        services.AddFeed();
        services.AddComments();
        services.AddReactions();
        services.AddWatching();
        services.AddSearch();
        services.AddExplore();
        services.AddAnalytics();
        services.AddNotifications();
        services.AddMessages();
        services.AddModeration();
        services.AddAdmin();
        services.AddMediaFiles();
        services.AddExports();
        services.AddErasures();
        services.AddImports();
        services.AddOperations();
        services.AddWebClient();
        return services;
    }

    /// <summary>Makes the database ready; before the host starts.</summary>
    public static Task PrepareSocialAsync(this IServiceProvider services, CancellationToken cancel = default)
        => services.GetRequiredService<DatabasePreparation>().RunAsync(cancel);

    /// <summary>Makes the search index anew; the number of things that it holds then.</summary>
    public static Task<int> RebuildSearchAsync(this IServiceProvider services, CancellationToken cancel = default)
        => services.GetRequiredService<SearchIndexer>().RebuildAsync(cancel);

    /// <summary>Adds the middleware and maps every feature.</summary>
    public static void MapSocial(this WebApplication app)
    {
        app.UseHttp();
        app.UseWebClient();
        app.MapOperations();

        RouteGroupBuilder api = app.MapGroup("/api").Costs(1);
        api.MapInstance();
        api.MapAccounts();
        api.MapProfiles();
        api.MapFollows();
        api.MapSettings();
        api.MapCreate();
        api.MapFirstImages();
        api.MapDrafts();
        api.MapPosts();
        api.MapEdits();
        api.MapSchedules();
        api.MapCaptions();
        api.MapCollections();
        api.MapSharing();
        api.MapLineage();
        api.MapReposts();
        api.MapFeed();
        api.MapComments();
        api.MapExports();
        api.MapReactions();
        api.MapWatching();
        api.MapSearch();
        api.MapExplore();
        api.MapAnalytics();
        api.MapModeration();
        api.MapAdmin();
        api.MapNotifications();
        api.MapMessages();
        api.MapErasures();
        api.MapOpenApiDocumentation();

        app.MapSharePages();
        app.MapSharingPages();
        app.MapMediaFiles();
        // Ends the pipeline here rather than at start, so that the OpenAPI document can be written without starting.
        app.UseEndpoints(static _ => { });
    }
}

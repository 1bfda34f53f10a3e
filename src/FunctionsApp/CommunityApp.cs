using FunctionsApp.Acquisition;
using FunctionsApp.Content;
using FunctionsApp.Events;
using FunctionsApp.Groups;
using FunctionsApp.Insights;
using FunctionsApp.Lifecycle;
using FunctionsApp.Messaging;
using FunctionsApp.Platform;
using FunctionsApp.Pushes;
using FunctionsApp.Selling;
using FunctionsApp.Trade;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace FunctionsApp;

/// <summary>The composition of the app.</summary>
public static class CommunityApp
{
    /// <summary>Adds the app's services. A clock that the host has registered is kept.</summary>
    public static void AddCommunity(this IHostApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services
            .AddPlatformModule(builder.Configuration)
            .AddGroupsModule()
            .AddMessagingModule(builder.Configuration)
            .AddAcquisitionModule(builder.Configuration)
            .AddLifecycleModule(builder.Configuration)
            .AddSellingModule(builder.Configuration)
            .AddTradeModule(builder.Configuration)
            .AddContentModule(builder.Configuration)
            .AddPushesModule(builder.Configuration)
            .AddInsightsModule()
            .AddEventsModule();
    }
}

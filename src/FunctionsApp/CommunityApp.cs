using FunctionsApp.Acquisition;
using FunctionsApp.Events;
using FunctionsApp.Groups;
using FunctionsApp.Lifecycle;
using FunctionsApp.Messaging;
using FunctionsApp.Platform;
using FunctionsApp.Selling;
using FunctionsApp.Trade;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace FunctionsApp;

/// <summary>The app, put together.</summary>
public static class CommunityApp
{
    /// <summary>The host, ready to run; settings and services that <paramref name="configure"/> brings stand in place of the app's own.</summary>
    public static IHost Build(string[] args, Action<FunctionsApplicationBuilder>? configure = null)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        configure?.Invoke(builder);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services
            .AddPlatformModule(builder.Configuration)
            .AddGroupsModule()
            .AddMessagingModule(builder.Configuration)
            .AddAcquisitionModule()
            .AddLifecycleModule(builder.Configuration)
            .AddSellingModule()
            .AddTradeModule(builder.Configuration)
            .AddEventsModule();
        return builder.Build();
    }
}

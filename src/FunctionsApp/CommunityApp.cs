using FunctionsApp.Acquisition;
using FunctionsApp.Care;
using FunctionsApp.Console;
using FunctionsApp.Content;
using FunctionsApp.Events;
using FunctionsApp.Groups;
using FunctionsApp.Insights;
using FunctionsApp.Lifecycle;
using FunctionsApp.Messaging;
using FunctionsApp.Operators;
using FunctionsApp.Operators.Audit;
using FunctionsApp.Platform;
using FunctionsApp.Platform.Callers;
using FunctionsApp.Pushes;
using FunctionsApp.Selling;
using FunctionsApp.Sidebar;
using FunctionsApp.Trade;
using FunctionsApp.Transfer;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace FunctionsApp;

/// <summary>The composition of the app.</summary>
public static class CommunityApp
{
    /// <summary>
    /// Adds the app's services, and the check of callers and the audit log in front of its functions. A clock that the
    /// host has registered is kept. On the Functions host <c>ConfigureFunctionsWebApplication</c> comes first.
    /// </summary>
    public static void AddCommunity<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
    {
        builder.UseMiddleware<AccessMiddleware>();
        builder.UseMiddleware<AuditMiddleware>();
        IHostApplicationBuilder host = builder;
        host.Services.TryAddSingleton(TimeProvider.System);
        host.Services
            .AddPlatformModule(builder.Configuration)
            .AddGroupsModule()
            .AddMessagingModule(builder.Configuration)
            .AddAcquisitionModule(builder.Configuration)
            .AddLifecycleModule(builder.Configuration)
            .AddSellingModule(builder.Configuration)
            .AddTradeModule(builder.Configuration)
            .AddContentModule(builder.Configuration)
            .AddPushesModule(builder.Configuration)
            .AddInsightsModule(builder.Configuration)
            .AddCareModule(builder.Configuration)
            .AddTransferModule()
            .AddEventsModule(builder.Configuration)
            .AddOperatorsModule(builder.Configuration)
            .AddConsoleModule()
            .AddSidebarModule(builder.Configuration);
    }
}

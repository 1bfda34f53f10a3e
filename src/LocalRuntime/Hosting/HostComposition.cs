using Azure.Data.Tables;
using Azure.Storage.Queues;
using LocalRuntime.Functions;
using LocalRuntime.Functions.Durable;
using LocalRuntime.Functions.Http;
using LocalRuntime.Storage;
using LocalRuntime.Store;
using LocalRuntime.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LocalRuntime.Hosting;

/// <summary>Puts a host together: configuration, log, services, endpoints, listeners.</summary>
internal static class HostComposition
{
    const long LargestRequest = 100 * 1024 * 1024;

    public static WebApplicationBuilder CreateWebBuilder(HostSetup setup)
    {
        // As the command line of the web host, so that a hosting startup of the app's assembly sees these settings too.
        var web = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = setup.Functions.Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            Args =
            [
                "--hostBuilder:reloadConfigOnChange=false",
                $"--urls={setup.Options.Urls}",
                $"--AzureWebJobsStorage={setup.StorageConnection}",
                $"--LocalRuntime:FunctionKey={setup.FunctionKey}",
                $"--LocalRuntime:Demo={(setup.Options.Demo ? "true" : "false")}",
            ],
        });
        ((IConfigurationBuilder)web.Configuration).Sources.Insert(0, new MemoryConfigurationSource { InitialData = setup.Settings.Values });
        ConsoleLog.Configure(web, setup.HostJson);
        web.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestRequest;
        });
        web.Services.AddMvcCore();
        web.Services.AddSingleton(setup).AddSingleton(setup.Clock).AddSingleton(setup.Gauge);
        return web;
    }

    public static IHost Build(HostSetup setup, WebApplicationBuilder web)
    {
        var functions = FunctionDiscovery.Find(setup.Functions);
        var open = EmbeddedStores.Open(setup.Options.Store, setup.Clock);
        try
        {
            TaskHub.Claim(open.Store, setup.HostJson.Durable.HubName);
            web.Services.AddSingleton(open).AddSingleton(open.Store);
            web.Services.AddSingleton(_ => new HostPresence(setup.Options.InMemory ? null : setup.Options.Store, open.Hosts));
            AddStorage(web.Services, new StorageClients(setup.Options.Storage is null ? open : null));
            FunctionServices.Add(web.Services, functions, setup);
            var app = web.Build();
            Map(app, setup, functions);
            return new LocalHost(app, setup, functions);
        }
        catch
        {
            EmbeddedStores.CloseAsync(setup.Options.Store).AsTask().GetAwaiter().GetResult();
            throw;
        }
    }

    static void AddStorage(IServiceCollection services, StorageClients clients) => services
        .AddSingleton(clients)
        .AddSingleton<IConfigureOptions<TableClientOptions>>(clients)
        .AddSingleton<IConfigureOptions<QueueClientOptions>>(clients);

    static void Map(WebApplication app, HostSetup setup, IReadOnlyList<FunctionDescriptor> functions)
    {
        if (setup.Clock is VirtualTimeProvider) app.Use(next => new WorkLease(setup.Gauge, next).InvokeAsync);
        app.UseRouting();
        app.Use(next => new MethodMismatch(next).InvokeAsync);
        var keys = new KeyCheck(setup.FunctionKey);
        var http = new HttpEndpoints(setup.HostJson.RoutePrefix, keys, app.Services.GetRequiredService<InvocationLog>());
        foreach (var function in functions.Where(f => f.Trigger is HttpTriggerAttribute)) http.Map(app, function);
        if (!app.Configuration.GetValue("AzureWebJobsDisableHomepage", defaultValue: false)) HomePage.Map(app);
        ClockRoutes.Map(app, setup.Clock);
        var listeners = app.Services.GetRequiredService<FunctionListeners>();
        DueRoute.Map(app, setup.Clock, listeners);
        if (listeners.Orchestrations is { } engine) ManagementRoutes.Map(app, engine, keys);
    }
}

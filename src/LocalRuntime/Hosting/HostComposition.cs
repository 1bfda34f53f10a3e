using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LocalRuntime.Hosting;

static class HostComposition
{
    const long MaxRequestSize = 100 * 1024 * 1024;

    public static WebApplicationBuilder CreateWebBuilder(HostSetup setup)
    {
        // Arguments of the web host, so that a hosting startup of the app's assembly reads these settings too.
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
        var settings = new MemoryConfigurationSource { InitialData = setup.Settings.Values };
        ((IConfigurationBuilder)web.Configuration).Sources.Insert(0, settings);
        ConsoleLog.Configure(web, setup.HostJson);
        web.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxRequestSize;
        });
        web.Services.AddMvcCore();
        web.Services
            .AddSingleton(setup).AddSingleton(setup.Clock).AddSingleton(setup.Gauge).AddSingleton(setup.Middleware);
        return web;
    }

    public static IHost Build(HostSetup setup, WebApplicationBuilder web)
    {
        var settings = new AppSettings(web.Configuration);
        var functions = FunctionDiscovery.Find(setup.Functions).Where(f => !settings.Disables(f.Name)).ToList();
        var options = setup.Options;
        try
        {
            var open = StoreFailure.RefuseAtStart(options.Store, () => OpenStore(setup));
            web.Services.AddSingleton(open).AddSingleton(open.Store);
            web.Services.AddSingleton(_ => new HostPresence(options.InMemory ? null : options.Store, open.Hosts));
            web.Services.AddSingleton<IHealthCheck>(provider => new HostHealthCheck(
                provider.GetRequiredService<FunctionListeners>(), open.Store, TimeProvider.System));
            AddStorage(web.Services, new StorageClients(options.Storage is null ? open : null));
            FunctionServices.Add(web.Services, functions, setup);
            var app = web.Build();
            Map(app, setup, functions);
            return new LocalHost(app, setup, functions);
        }
        catch
        {
            EmbeddedStores.CloseAsync(options.Store).AsTask().GetAwaiter().GetResult();
            throw;
        }
    }

    static OpenStore OpenStore(HostSetup setup)
    {
        var path = setup.Options.Store;
        var wasUsed = Directory.Exists(HostPresence.FolderOf(path)) || File.Exists($"{path}-wal");
        if (wasUsed && new FileInfo(path) is { Exists: true, Length: 0 })
        {
            throw new RefusedException(
                $"The store {path} was used before and is empty: restore it from a copy, or delete it for a new one.");
        }

        var open = EmbeddedStores.Open(path, setup.Clock);
        open.Store.Check();
        TaskHub.Claim(open.Store, setup.HostJson.Durable.HubName);
        return open;
    }

    static void AddStorage(IServiceCollection services, StorageClients clients) => services
        .AddSingleton(clients)
        .AddSingleton<IConfigureOptions<TableClientOptions>>(clients)
        .AddSingleton<IConfigureOptions<QueueClientOptions>>(clients);

    static void Map(WebApplication app, HostSetup setup, IReadOnlyList<FunctionDescriptor> functions)
    {
        if (setup.Clock is VirtualTimeProvider) app.UseWorkGauge(setup.Gauge);
        app.UseUnavailable();
        app.UseRouting();
        app.UseNotFoundForOtherMethods();
        var keys = new KeyCheck(setup.FunctionKey);
        var log = app.Services.GetRequiredService<InvocationLog>();
        var http = new HttpEndpoints(
            setup.HostJson.RoutePrefix, app.Services.GetRequiredService<InvokerCompiler>(), keys, log);
        foreach (var function in functions.Where(f => f.Trigger is HttpTriggerAttribute)) http.Map(app, function);
        HomePage.Map(app, app.Configuration.GetValue("AzureWebJobsDisableHomepage", defaultValue: false));
        var listeners = app.Services.GetRequiredService<FunctionListeners>();
        LocalRoutes.Map(app, setup.Clock, listeners, app.Services.GetService<ILocalRouteAccess>() ?? keys);
        if (listeners.Orchestrations is { } engine) ManagementRoutes.Map(app, engine, keys);
    }
}

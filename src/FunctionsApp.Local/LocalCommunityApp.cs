using FunctionsApp.Demonstration;
using FunctionsApp.Platform.Http;
using LocalRuntime;
using LocalRuntime.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace FunctionsApp;

/// <summary>The app on the local runtime.</summary>
public static class LocalCommunityApp
{
    /// <summary>
    /// The host, ready to run. <paramref name="args"/> are the local runtime's options; settings and services that
    /// <paramref name="configure"/> brings are used in place of the app's own. A start that is refused throws, or ends
    /// the process with a message on standard error when <paramref name="endProcessOnRefusal"/> is true.
    /// </summary>
    public static IHost Build(
        string[] args, Action<LocalApplicationBuilder>? configure = null, bool endProcessOnRefusal = false)
    {
        var builder = LocalApplication.CreateBuilder(args, typeof(CommunityApp).Assembly, endProcessOnRefusal);
        configure?.Invoke(builder);
        // Program writes the one sentence of a refused store; the host would log it with a stack trace.
        if (endProcessOnRefusal) builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        builder.Services.AddSingleton(PublicAddress.ReadOrFollowConnection(builder.Configuration));
        // The key of the local runtime is one of the app's machine keys.
        builder.Configuration.AddInMemoryCollection(
            [new("ApiKeys:local", builder.Configuration["LocalRuntime:FunctionKey"])]);
        builder.AddCommunity();
        builder.Services.AddSingleton<ILocalRouteAccess, LocalRouteAccess>();
        builder.Services.AddHostedService<DemonstrationBrand>();
        return builder.Build();
    }
}

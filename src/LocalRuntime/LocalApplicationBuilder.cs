using LocalRuntime.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LocalRuntime;

/// <summary>Collects the configuration and services of an app and builds its local host.</summary>
public sealed class LocalApplicationBuilder : IHostApplicationBuilder
{
    readonly HostSetup setup;
    readonly RefusalPolicy refusals;
    readonly WebApplicationBuilder web;

    internal LocalApplicationBuilder(HostSetup setup, RefusalPolicy refusals)
    {
        (this.setup, this.refusals) = (setup, refusals);
        web = HostComposition.CreateWebBuilder(setup);
    }

    /// <inheritdoc />
    public IConfigurationManager Configuration => web.Configuration;

    /// <inheritdoc />
    public IHostEnvironment Environment => web.Environment;

    /// <inheritdoc />
    public ILoggingBuilder Logging => web.Logging;

    /// <inheritdoc />
    public IMetricsBuilder Metrics => web.Metrics;

    /// <inheritdoc />
    public IServiceCollection Services => web.Services;

    /// <inheritdoc />
    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)web).Properties;

    /// <summary>Builds the host; refuses, by name, functions and settings that it does not support.</summary>
    public IHost Build() => refusals.Guard(() => HostComposition.Build(setup, web));

    void IHostApplicationBuilder.ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure) =>
        ((IHostApplicationBuilder)web).ConfigureContainer(factory, configure);
}

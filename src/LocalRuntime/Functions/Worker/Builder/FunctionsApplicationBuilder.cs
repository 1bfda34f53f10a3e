using LocalRuntime.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Collects the configuration and services of a functions app and builds its host.</summary>
public sealed class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    readonly HostSetup setup;
    readonly RefusalPolicy refusals;
    readonly WebApplicationBuilder web;

    internal FunctionsApplicationBuilder(HostSetup setup, RefusalPolicy refusals)
    {
        (this.setup, this.refusals) = (setup, refusals);
        web = HostComposition.CreateWebBuilder(setup);
    }

    /// <summary>The settings, later sources over earlier ones.</summary>
    public ConfigurationManager Configuration => web.Configuration;

    /// <summary>Where the app runs.</summary>
    public IHostEnvironment Environment => web.Environment;

    /// <summary>Where the log goes.</summary>
    public ILoggingBuilder Logging => web.Logging;

    /// <summary>What is measured.</summary>
    public IMetricsBuilder Metrics => web.Metrics;

    /// <summary>The services of the app.</summary>
    public IServiceCollection Services => web.Services;

    /// <summary>What the parts of the build leave for each other.</summary>
    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)web).Properties;

    IConfigurationManager IHostApplicationBuilder.Configuration => web.Configuration;

    internal bool ServesHttp { get; set; }

    /// <summary>Builds the host; refuses, by name, functions and settings that it does not support.</summary>
    public IHost Build() => refusals.Guard(() => HostComposition.Build(setup, web, ServesHttp));

    void IHostApplicationBuilder.ConfigureContainer<TContainerBuilder>(IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure) =>
        ((IHostApplicationBuilder)web).ConfigureContainer(factory, configure);
}

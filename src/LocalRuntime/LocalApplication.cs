using Microsoft.Extensions.Diagnostics.Metrics;

namespace LocalRuntime;

/// <summary>The entry point of a program that hosts the functions of an app.</summary>
public static class LocalApplication
{
    /// <summary>
    /// A builder for the functions of an assembly. A start that is refused throws <see cref="RefusedException"/>; when
    /// the assembly is the program itself or <paramref name="endProcessOnRefusal"/> is true, it ends the process with a
    /// line on standard error and the exit code instead.
    /// </summary>
    public static LocalApplicationBuilder CreateBuilder(
        string[] args, Assembly functions, bool endProcessOnRefusal = false)
    {
        var endsProcess = endProcessOnRefusal || functions == Assembly.GetEntryAssembly();
        var refusals = endsProcess ? RefusalPolicy.EndProcess : RefusalPolicy.Throw;
        return refusals.Guard(() =>
            new LocalApplicationBuilder(HostSetup.From(args, new FunctionSource(functions)), refusals));
    }
}

/// <summary>Collects the configuration and services of an app and builds its local host.</summary>
public sealed class LocalApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    readonly HostSetup setup;
    readonly RefusalPolicy refusals;
    readonly WebApplicationBuilder web;

    internal LocalApplicationBuilder(HostSetup setup, RefusalPolicy refusals)
    {
        (this.setup, this.refusals) = (setup, refusals);
        web = HostComposition.CreateWebBuilder(setup);
    }

    public IConfigurationManager Configuration => web.Configuration;

    public IHostEnvironment Environment => web.Environment;

    public ILoggingBuilder Logging => web.Logging;

    public IMetricsBuilder Metrics => web.Metrics;

    public IServiceCollection Services => web.Services;

    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)web).Properties;

    /// <summary>Adds middleware around every function; what was added first is outermost.</summary>
    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        setup.Middleware.Add(middleware);
        return this;
    }

    /// <summary>Builds the host; refuses, by name, functions and settings that it does not support.</summary>
    public IHost Build() => refusals.Guard(() => HostComposition.Build(setup, web));

    void IHostApplicationBuilder.ConfigureContainer<TContainerBuilder>(
        IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure) =>
        ((IHostApplicationBuilder)web).ConfigureContainer(factory, configure);
}

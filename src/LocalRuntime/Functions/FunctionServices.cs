namespace LocalRuntime.Functions;

/// <summary>Registers the services that run functions without a request.</summary>
static class FunctionServices
{
    public static void Add(IServiceCollection services, IReadOnlyList<FunctionDescriptor> functions, HostSetup setup)
    {
        services.AddSingleton(provider =>
            new InvocationLog(provider.GetRequiredService<ILoggerFactory>().CreateLogger("Function")));
        services.AddSingleton<InvokerCompiler>();
        services.AddSingleton(provider => new FunctionCatalog(
            functions, provider.GetRequiredService<InvokerCompiler>(), provider,
            provider.GetRequiredService<InvocationLog>()));
        services.AddSingleton(provider => Engine(provider, setup));
        services.AddSingleton(provider => provider.GetRequiredService<OrchestrationEngine>().Client);
        services.AddSingleton(provider => Listeners(provider, functions, setup));
        services.AddHostedService(provider => provider.GetRequiredService<FunctionListeners>());
    }

    static OrchestrationEngine Engine(IServiceProvider provider, HostSetup setup)
    {
        var defaults = new OrchestrationEngineOptions();
        var durable = setup.HostJson.Durable;
        var options = defaults with
        {
            MaxConcurrentActivities = durable.MaxConcurrentActivityFunctions ?? defaults.MaxConcurrentActivities,
            MaxConcurrentOrchestrations =
                durable.MaxConcurrentOrchestratorFunctions ?? defaults.MaxConcurrentOrchestrations,
            LeaseDuration = durable.ControlQueueVisibilityTimeout ?? defaults.LeaseDuration,
            ActivityLeaseDuration = durable.WorkItemQueueVisibilityTimeout ?? defaults.ActivityLeaseDuration,
            MaxTimerPollingInterval = setup.Options.HostLatency ? durable.MaxQueuePollingInterval : null,
        };
        return new OrchestrationEngine(
            provider.GetRequiredService<EmbeddedStore>(), setup.Clock, setup.Gauge,
            provider.GetRequiredService<FunctionCatalog>(), provider.GetRequiredService<ILoggerFactory>(), options)
        {
            Gate = provider.GetRequiredService<OpenStore>().Gate,
        };
    }

    static FunctionListeners Listeners(
        IServiceProvider provider, IReadOnlyList<FunctionDescriptor> functions, HostSetup setup)
    {
        var log = provider.GetRequiredService<InvocationLog>();
        var timers = new TimerListeners(provider, log);
        var queues = new QueueListeners(provider, setup, log);
        var hasOrchestrations = !provider.GetRequiredService<FunctionCatalog>().IsEmpty;
        return new FunctionListeners(
            [
                .. functions.Where(f => f.Trigger is QueueTriggerAttribute).Select(queues.Create),
                .. functions.Where(f => f.Trigger is TimerTriggerAttribute).Select(timers.Create),
            ],
            hasOrchestrations ? provider.GetRequiredService<OrchestrationEngine>() : null,
            provider.GetRequiredService<HostPresence>(),
            provider.GetRequiredService<OpenStore>(),
            provider.GetRequiredService<WorkGauge>(),
            provider.GetRequiredService<ILoggerFactory>().CreateLogger("Host"));
    }
}

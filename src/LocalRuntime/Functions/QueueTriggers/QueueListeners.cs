namespace LocalRuntime.Functions.QueueTriggers;

sealed class QueueListeners(IServiceProvider services, QueueSettings queues, InvocationLog log)
{
    readonly AppSettings settings = new(services.GetRequiredService<IConfiguration>());

    public QueueListener Create(FunctionDescriptor function)
    {
        var trigger = (QueueTriggerAttribute)function.Trigger;
        var invoker = InvokerCompiler.Compile(function, new QueueBinding(queues.Base64).Bind);
        var clients = services.GetRequiredService<StorageClients>();
        var connection = settings.Connection(trigger.Connection, function.Name);
        var queue = clients.Queue(connection, settings.Resolve(trigger.QueueName, function.Name));
        return new QueueListener(
            new FunctionRunner(function, invoker, services, log), queue,
            clients.Queue(connection, $"{queue.Name}-poison"), clients.Schedule(connection),
            queues, services.GetRequiredService<TimeProvider>(), services.GetRequiredService<WorkGauge>(),
            services.GetRequiredService<ILoggerFactory>().CreateLogger("Queue"));
    }
}

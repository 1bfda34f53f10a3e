namespace LocalRuntime.Functions.QueueTriggers;

sealed class QueueListeners(IServiceProvider services, HostSetup setup, InvocationLog log)
{
    const string PoisonSuffix = "-poison";

    readonly QueueSettings queues = setup.HostJson.Queues;
    readonly AppSettings settings = new(services.GetRequiredService<IConfiguration>());

    public QueueListener Create(FunctionDescriptor function)
    {
        var trigger = (QueueTriggerAttribute)function.Trigger;
        var compiler = services.GetRequiredService<InvokerCompiler>();
        var invoker = compiler.Compile(function, new QueueBinding(queues.Base64).Bind, queues.Base64 ? "base64" : "");
        var clients = services.GetRequiredService<StorageClients>();
        var connection = settings.Connection(trigger.Connection, function.Name);
        var queue = clients.Queue(connection, settings.Resolve(trigger.QueueName, function.Name));
        return new QueueListener(
            new FunctionRunner(function, invoker, services, log), queue,
            Poison(clients, connection, queue.Name), clients.Schedule(connection),
            setup.Options.HostLatency, queues, setup.Clock, setup.Gauge,
            services.GetRequiredService<ILoggerFactory>().CreateLogger("Queue"));
    }

    // A poison queue has none of its own.
    static QueueClient? Poison(StorageClients clients, string connection, string queueName) =>
        queueName.EndsWith(PoisonSuffix, StringComparison.Ordinal)
            ? null
            : clients.Queue(connection, queueName + PoisonSuffix);
}

using LocalRuntime.Functions.Invocation;
using LocalRuntime.Hosting;
using LocalRuntime.Storage;
using LocalRuntime.Time;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.Functions.QueueTriggers;

/// <summary>Creates the listeners of queue functions.</summary>
internal sealed class QueueListeners(IServiceProvider services, QueueSettings queues, InvocationLog log)
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
            new PoisonQueue(queue, clients.Queue(connection, $"{queue.Name}-poison")), clients.Schedule(connection),
            queues, services.GetRequiredService<TimeProvider>(), services.GetRequiredService<WorkGauge>(),
            services.GetRequiredService<ILoggerFactory>().CreateLogger("Queue"));
    }
}

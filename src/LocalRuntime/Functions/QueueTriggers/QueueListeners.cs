using LocalRuntime.Functions.Invocation;
using LocalRuntime.Hosting;
using LocalRuntime.Time;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.Functions.QueueTriggers;

/// <summary>Makes the listeners of queue functions.</summary>
internal sealed class QueueListeners(IServiceProvider services, QueueSettings queues, InvocationLog log)
{
    readonly AppSettings settings = new(services.GetRequiredService<IConfiguration>());

    public QueueListener Create(FunctionDescriptor function)
    {
        var trigger = (QueueTriggerAttribute)function.Trigger;
        return new QueueListener(
            new FunctionRunner(function, InvokerCompiler.Compile(function, new QueueBinding(queues.Base64).Bind), services, log),
            settings.Connection(trigger.Connection, function.Name), settings.Resolve(trigger.QueueName, function.Name), queues,
            services.GetRequiredService<TimeProvider>(), services.GetRequiredService<WorkGauge>(), services.GetRequiredService<ILoggerFactory>().CreateLogger("Queue"));
    }
}

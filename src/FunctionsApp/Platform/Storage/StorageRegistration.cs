using Azure.Storage.Queues;
using FunctionsApp.Platform.PoisonedMessages;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Platform.Storage;

/// <summary>How a module registers the tables and queues that it owns.</summary>
static class StorageRegistration
{
    /// <summary>Registers a table, which is created at start when it does not exist.</summary>
    public static IServiceCollection AddTable<T>(this IServiceCollection services)
        where T : Table => services
        .AddSingleton<T>()
        .AddSingleton<Table>(provider => provider.GetRequiredService<T>());

    /// <summary>
    /// Registers the queue of <typeparamref name="T"/> and its consumer's <see cref="QueueConsumer{T}"/>. The queue and
    /// its poison queue are created at start when they do not exist.
    /// </summary>
    public static IServiceCollection AddQueue<T>(this IServiceCollection services, string name) => services
        .AddSingleton(provider => new MessageQueue<T>(
            provider.GetRequiredService<QueueServiceClient>(), provider.GetRequiredService<RawQueues>(), name))
        .AddSingleton<QueueConsumer<T>>()
        .AddSingleton<IMessageQueue>(provider => provider.GetRequiredService<MessageQueue<T>>());
}

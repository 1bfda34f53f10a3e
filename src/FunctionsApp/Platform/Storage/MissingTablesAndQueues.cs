using Microsoft.Extensions.Hosting;

namespace FunctionsApp.Platform.Storage;

/// <summary>Creates the registered tables and queues that do not exist, before the app takes its first request.</summary>
sealed class MissingTablesAndQueues(IEnumerable<Table> tables, IEnumerable<IMessageQueue> queues) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.WhenAll(
        [.. tables.Select(table => table.EnsureAsync(cancellationToken)), .. queues.Select(queue => queue.EnsureAsync(cancellationToken))]);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

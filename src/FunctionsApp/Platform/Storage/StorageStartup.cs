using Microsoft.Extensions.Hosting;

namespace FunctionsApp.Platform.Storage;

/// <summary>
/// Creates the registered tables and queues that do not exist and checks the version of the stored format, before the
/// app takes its first request.
/// </summary>
sealed class StorageStartup(IEnumerable<Table> tables, IEnumerable<IMessageQueue> queues, StorageFormat format)
    : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await Task.WhenAll(
        [
            .. tables.Select(table => table.EnsureAsync(cancellationToken)),
            .. queues.Select(queue => queue.EnsureAsync(cancellationToken)),
        ]);
        await format.EnsureAsync();
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FunctionsApp.Platform.Storage;

/// <summary>Storage as the host's own settings name it, and the tables and queues made before the first request.</summary>
public static class StorageSetup
{
    const string Connection = "AzureWebJobsStorage";

    /// <summary>
    /// Registers the clients, from the connection string <c>AzureWebJobsStorage</c> or, where that is not given, from
    /// <c>AzureWebJobsStorage__{table,queue}ServiceUri</c> or <c>__accountName</c>, as the Functions host reads them, with the app's identity.
    /// </summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration settings)
    {
        var encoding = new QueueClientOptions { MessageEncoding = QueueMessageEncoding.Base64 };
        if (settings[Connection] is { Length: > 0 } connection)
        {
            services.AddSingleton(new TableServiceClient(connection));
            services.AddSingleton(new QueueServiceClient(connection, encoding));
        }
        else
        {
            var identity = new DefaultAzureCredential();
            services.AddSingleton(new TableServiceClient(Endpoint(settings, "table"), identity));
            services.AddSingleton(new QueueServiceClient(Endpoint(settings, "queue"), identity, encoding));
        }

        return services.AddSingleton<Tables>().AddSingleton<Queues>().AddSingleton<IdCatalog>().AddSingleton<KeyedLock>().AddHostedService<MissingTablesAndQueues>();
    }

    static Uri Endpoint(IConfiguration settings, string service) =>
        settings[$"{Connection}:{service}ServiceUri"] is { Length: > 0 } uri ? new Uri(uri)
        : settings[$"{Connection}:accountName"] is { Length: > 0 } account ? new Uri($"https://{account}.{service}.core.windows.net")
        : throw new InvalidOperationException($"None of {Connection}, {Connection}__{service}ServiceUri and {Connection}__accountName is set.");

    sealed class MissingTablesAndQueues(Tables tables, Queues queues) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) =>
            Task.WhenAll([.. tables.All.Select(table => table.EnsureAsync(cancellationToken)), queues.EnsureAsync(cancellationToken)]);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FunctionsApp.Storage;

/// <summary>Storage as the host's own settings name it, and the tables and queues made before the first request.</summary>
public static class StorageSetup
{
    const string Connection = "AzureWebJobsStorage";

    /// <summary>
    /// Registers the clients, from the connection string <c>AzureWebJobsStorage</c> or, where that is not given, from
    /// <c>AzureWebJobsStorage__accountName</c> with the app's managed identity.
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
            var account = settings[$"{Connection}:accountName"] ?? throw new InvalidOperationException($"Neither {Connection} nor {Connection}__accountName is set.");
            var identity = new DefaultAzureCredential();
            services.AddSingleton(new TableServiceClient(new Uri($"https://{account}.table.core.windows.net"), identity));
            services.AddSingleton(new QueueServiceClient(new Uri($"https://{account}.queue.core.windows.net"), identity, encoding));
        }

        return services.AddSingleton<Tables>().AddSingleton<Queues>().AddSingleton<Catalog>().AddHostedService<MissingTablesAndQueues>();
    }

    sealed class MissingTablesAndQueues(Tables tables, Queues queues) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) =>
            Task.WhenAll([.. tables.All.Select(table => table.EnsureAsync(cancellationToken)), queues.EnsureAsync(cancellationToken)]);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

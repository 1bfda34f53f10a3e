using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Platform.Storage;

/// <summary>The storage clients, from the settings of the Functions host.</summary>
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

        return services;
    }

    static Uri Endpoint(IConfiguration settings, string service) =>
        settings[$"{Connection}:{service}ServiceUri"] is { Length: > 0 } uri ? new Uri(uri)
        : settings[$"{Connection}:accountName"] is { Length: > 0 } account ? new Uri($"https://{account}.{service}.core.windows.net")
        : throw new InvalidOperationException($"None of {Connection}, {Connection}__{service}ServiceUri and {Connection}__accountName is set.");
}

using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FunctionsApp.Platform.Storage;

/// <summary>The storage clients, from the settings of the Functions host.</summary>
public static class StorageSetup
{
    const string Connection = "AzureWebJobsStorage";

    /// <summary>
    /// Registers the clients, from the connection string <c>AzureWebJobsStorage</c> or, where that is not given, from
    /// <c>AzureWebJobsStorage__{table,queue}ServiceUri</c> or <c>__accountName</c>, as the Functions host reads them,
    /// with the app's identity. A host that carries requests in its own way registers
    /// <see cref="IConfigureOptions{TOptions}"/> of the clients' options.
    /// </summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration settings) => services
        .AddSingleton(provider => Tables(settings, Configured(provider, new TableClientOptions())))
        .AddSingleton(provider => Queues(settings, Configured(provider, QueueOptions(QueueMessageEncoding.Base64))))
        .AddSingleton(provider => new RawQueues(
            Queues(settings, Configured(provider, QueueOptions(QueueMessageEncoding.None)))));

    static TableServiceClient Tables(IConfiguration settings, TableClientOptions options) =>
        settings[Connection] is { Length: > 0 } connection
            ? new TableServiceClient(connection, options)
            : new TableServiceClient(Endpoint(settings, "table"), new DefaultAzureCredential(), options);

    static QueueServiceClient Queues(IConfiguration settings, QueueClientOptions options) =>
        settings[Connection] is { Length: > 0 } connection
            ? new QueueServiceClient(connection, options)
            : new QueueServiceClient(Endpoint(settings, "queue"), new DefaultAzureCredential(), options);

    static QueueClientOptions QueueOptions(QueueMessageEncoding encoding) => new() { MessageEncoding = encoding };

    static T Configured<T>(IServiceProvider provider, T options)
        where T : ClientOptions
    {
        foreach (var configure in provider.GetServices<IConfigureOptions<T>>()) configure.Configure(options);
        return options;
    }

    static Uri Endpoint(IConfiguration settings, string service) =>
        settings[$"{Connection}:{service}ServiceUri"] is { Length: > 0 } uri ? new Uri(uri)
        : settings[$"{Connection}:accountName"] is { Length: > 0 } account
            ? new Uri($"https://{account}.{service}.core.windows.net")
        : throw new SettingException(
            Connection, $"is not set, nor {Connection}__{service}ServiceUri or {Connection}__accountName.");
}

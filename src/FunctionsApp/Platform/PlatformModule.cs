using FunctionsApp.Platform.Callers;
using FunctionsApp.Platform.DueWork;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.OpenApi;
using FunctionsApp.Platform.PoisonedMessages;
using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FunctionsApp.Platform;

public static class PlatformModule
{
    /// <summary>
    /// Registers the services that every module uses. Modules register their tables with <c>AddTable</c> and their
    /// queues with <c>AddQueue</c>.
    /// </summary>
    public static IServiceCollection AddPlatformModule(this IServiceCollection services, IConfiguration settings)
    {
        FieldRules.Configure();
        services.TryAddSingleton(OptimisticRetry.InRealTime);
        services.TryAddSingleton(new IdSource());
        return services
            .AddStorage(settings)
            .AddHostedService<StorageStartup>()
            .AddTable<PoisonedMessagesTable>()
            .AddSingleton<PoisonedMessageStore>()
            .AddSingleton<FailedMessageHandler>()
            .AddSingleton<KeyedLock>()
            .AddTable<CatalogTable>()
            .AddTable<DueWorkTable>()
            .AddQueue<DueWorkBatch>(DueWorkBatch.QueueName)
            .AddSingleton<DueWorkScheduler>()
            .AddSingleton<DueWorkPosition>()
            .AddSingleton<StorageFormat>()
            .AddSingleton<IdCatalog>()
            .AddSingleton<Creation>()
            .AddSingleton<ApiDescription>()
            .AddSingleton<FunctionAccess>()
            .AddSingleton<RoleCheck>()
            .AddSingleton(InstanceRetention.Read(settings))
            .AddPublicAddress(settings)
            .AddSingleton(BrandTime.Read(settings));
    }

    // A host that takes the public's connections itself registers the address first.
    static IServiceCollection AddPublicAddress(this IServiceCollection services, IConfiguration settings) =>
        services.Any(service => service.ServiceType == typeof(PublicAddress))
            ? services
            : services.AddSingleton(PublicAddress.Read(settings));
}

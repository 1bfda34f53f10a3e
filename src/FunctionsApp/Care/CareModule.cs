using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Care;

public static class CareModule
{
    public static IServiceCollection AddCareModule(this IServiceCollection services) => services
        .AddTable<CareTable>();
}

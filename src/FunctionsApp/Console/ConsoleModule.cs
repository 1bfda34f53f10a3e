using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FunctionsApp.Console;

public static class ConsoleModule
{
    /// <summary>Registers the console beside the assembly, unless the host has registered another.</summary>
    public static IServiceCollection AddConsoleModule(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => ConsoleFiles.ReadOutput());
        return services;
    }
}

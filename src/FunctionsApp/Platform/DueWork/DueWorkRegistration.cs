using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Platform.DueWork;

static class DueWorkRegistration
{
    /// <summary>Registers the handler of a kind of due work.</summary>
    public static IServiceCollection AddDueWork<T>(this IServiceCollection services)
        where T : class, IDueWorkHandler => services.AddSingleton<IDueWorkHandler, T>();
}

using FunctionsApp.Insights.Pushes;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Insights;

public static class InsightsModule
{
    public static IServiceCollection AddInsightsModule(this IServiceCollection services) => services
        .AddSingleton<PushReportReader>();
}

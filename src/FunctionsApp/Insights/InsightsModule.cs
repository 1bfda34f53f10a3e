using FunctionsApp.Insights.Pushes;
using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Insights;

public static class InsightsModule
{
    public static IServiceCollection AddInsightsModule(this IServiceCollection services) => services
        .AddTable<PushInsightsTable>()
        .AddSingleton<PushReportReader>()
        .AddSingleton<WaitingGroupStore>()
        .AddSingleton<PushIndexReader>()
        .AddSingleton<PushDayStore>()
        .AddSingleton<ContentShareStore>()
        .AddSingleton<FoldPositionStore>()
        .AddSingleton<PostedMessageStore>()
        .AddSingleton<PushFolding>()
        .AddSingleton<PushInsightsReader>();
}

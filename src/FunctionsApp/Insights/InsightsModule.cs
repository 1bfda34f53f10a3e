using FluentValidation;
using FunctionsApp.Insights.Cohorts;
using FunctionsApp.Insights.Pushes;
using FunctionsApp.Insights.Rehearsals;
using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Insights;

public static class InsightsModule
{
    public static IServiceCollection AddInsightsModule(
        this IServiceCollection services, IConfiguration settings) => services
        .AddTable<PushInsightsTable>()
        .AddTable<RehearsalsTable>()
        .AddSingleton<PushReportReader>()
        .AddSingleton<WaitingGroupStore>()
        .AddSingleton<PushIndexReader>()
        .AddSingleton<PushDayStore>()
        .AddSingleton<ContentShareStore>()
        .AddSingleton<FoldPositionStore>()
        .AddSingleton<PostedMessageStore>()
        .AddSingleton<PushFolding>()
        .AddSingleton<PushInsightsReader>()
        .AddSingleton(new RehearsalRetention(settings))
        .AddSingleton<IValidator<RehearsalReport>, RehearsalReportValidator>()
        .AddSingleton<RehearsalTextStore>()
        .AddSingleton<RehearsalStore>()
        .AddSingleton<ObservationReader>()
        .AddSingleton<CohortReader>();
}

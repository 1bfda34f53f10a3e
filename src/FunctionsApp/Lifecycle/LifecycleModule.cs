using Community.Lifecycle;
using FluentValidation;
using FunctionsApp.Groups;
using FunctionsApp.Lifecycle.CharterDeadlines;
using FunctionsApp.Lifecycle.Dissolutions;
using FunctionsApp.Lifecycle.Endings;
using FunctionsApp.Lifecycle.Introductions;
using FunctionsApp.Lifecycle.Onboarding;
using FunctionsApp.Platform.DueWork;
using FunctionsApp.Platform.Durable;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Lifecycle;

public static class LifecycleModule
{
    public static IServiceCollection AddLifecycleModule(
        this IServiceCollection services, IConfiguration settings) => services
        .AddSingleton(OnboardingSettings.Read(settings))
        .AddSingleton<GreetingStore>()
        .AddSingleton<GreetingSender>()
        .AddSingleton<WelcomeTemplateService>()
        .AddSingleton<VeteranFinder>()
        .AddSingleton<OnboardingService>()
        .AddSingleton<OnboardingForecast>()
        .AddSingleton<IntroductionService>()
        .AddSingleton<IValidator<IntroductionRequest>, IntroductionValidator>()
        .AddDueWork<SharedGreetingHandler>()
        .AddDueWork<CardNameReminderHandler>()
        .AddDueWork<OnboardingEndHandler>()
        .AddFinishedInstances(LifecycleInstanceIds.EndingPrefixes)
        .AddSingleton<GroupCloser>()
        .AddSingleton<IGroupChanges, GroupChanges>()
        .AddSingleton<IValidator<EndGroupRequest>, EndGroupValidator>()
        .AddSingleton<IGroupTextCheck, OnboardingTextCheck>()
        .AddSingleton<ICharterDeadlines, CharterDeadlineStarter>();
}

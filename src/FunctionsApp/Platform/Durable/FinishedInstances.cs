using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Platform.Durable;

/// <summary>
/// Instances that are purged some time after their end. Their ids begin with <paramref name="IdPrefix"/>. A module
/// registers those whose causes do not start them again after the purge.
/// </summary>
public sealed record FinishedInstances(string IdPrefix);

/// <summary>How a module registers its <see cref="FinishedInstances"/>.</summary>
static class FinishedInstancesRegistration
{
    /// <summary>Registers the instances whose ids begin with one of the prefixes.</summary>
    public static IServiceCollection AddFinishedInstances(
        this IServiceCollection services, IEnumerable<string> idPrefixes)
    {
        foreach (var prefix in idPrefixes) services.AddSingleton(new FinishedInstances(prefix));
        return services;
    }
}

/// <summary>How long finished instances are kept.</summary>
public sealed record InstanceRetention(TimeSpan Period)
{
    const int DefaultDays = 14;

    // Twice the period of starts, so that instances whose clocks differ agree.
    static readonly int MinDays = 2 * DurableAction.Start.Period.Days;

    /// <summary>Reads <c>Retention__OrchestrationDays</c>, 14 by default.</summary>
    public static InstanceRetention Read(IConfiguration settings) =>
        new(RetentionPeriod.Read(settings, "Orchestration", DefaultDays, MinDays));
}

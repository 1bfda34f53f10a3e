using LocalRuntime.Functions;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.Hosting;

/// <summary>What a person wants to see when the host has started.</summary>
internal static class StartReport
{
    public static void Write(ILogger log, HostSetup setup, IReadOnlyList<FunctionDescriptor> functions, IServer server)
    {
        foreach (var function in functions.Where(f => f.Trigger is not ActivityTriggerAttribute and not OrchestrationTriggerAttribute))
            log.LogInformation("{Function}: {Trigger}", function.Name, Describe(function.Trigger, function.Name, setup.HostJson.RoutePrefix));
        log.LogInformation(
            "{Orchestrators} orchestrators, {Activities} activities",
            functions.Count(f => f.Trigger is OrchestrationTriggerAttribute), functions.Count(f => f.Trigger is ActivityTriggerAttribute));
        log.LogInformation("Settings: {Settings}", setup.Settings switch
        {
            { Path: null } => "the environment alone; there is no local.settings.json",
            { IsExample: true } => $"{setup.Settings.Path}, as there is no local.settings.json",
            _ => setup.Settings.Path,
        });
        log.LogInformation("Store: {Store}{Storage}", setup.Options.InMemory ? "in memory" : setup.Options.Store, setup.Options.Storage is null ? "" : "; tables and queues over HTTP");
        log.LogInformation("Clock: {Clock}", setup.Options.ClockStart is { } start ? $"virtual, from {start:O}" : "real time");
        log.LogInformation("Function key: {Key}", setup.FunctionKey);
        log.LogInformation("Listening on {Addresses}", string.Join(", ", server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []));
    }

    static string Describe(Attribute trigger, string name, string prefix) => trigger switch
    {
        HttpTriggerAttribute http =>
            $"{(http.Methods is { Length: > 0 } methods ? string.Join(' ', methods).ToUpperInvariant() : "any method")} /{string.Join('/', new[] { prefix, http.Route ?? name }.Where(p => p.Length > 0))}"
            + (http.AuthLevel == AuthorizationLevel.Anonymous ? "" : " (key)"),
        TimerTriggerAttribute timer => $"timer {timer.Schedule}",
        QueueTriggerAttribute queue => $"queue {queue.QueueName}",
        _ => trigger.GetType().Name,
    };
}

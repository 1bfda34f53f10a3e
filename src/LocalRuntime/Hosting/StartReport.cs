using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace LocalRuntime.Hosting;

/// <summary>Logs the functions and the settings of a host that has started.</summary>
static class StartReport
{
    public static void Write(
        ILogger log, HostSetup setup, IReadOnlyList<FunctionDescriptor> functions, IServer server)
    {
        foreach (var function in functions)
        {
            if (Describe(function, setup.HostJson.RoutePrefix) is { } trigger)
                log.LogInformation("{Function}: {Trigger}", function.Name, trigger);
        }

        log.LogInformation(
            "{Orchestrators} orchestrators, {Activities} activities",
            functions.Count(f => f.Trigger is OrchestrationTriggerAttribute),
            functions.Count(f => f.Trigger is ActivityTriggerAttribute));
        log.LogInformation("Settings: {Settings}", setup.Settings switch
        {
            { Path: null } => "the environment alone; there is no local.settings.json",
            { IsExample: true } => $"{setup.Settings.Path}, as there is no local.settings.json",
            _ => setup.Settings.Path,
        });
        var options = setup.Options;
        log.LogInformation(
            "Store: {Store}{Storage}",
            options.InMemory ? "in memory" : options.Store,
            options.Storage is null ? "" : "; tables and queues over HTTP");
        var clock = options.ClockStart is { } start ? $"virtual, from {start:O}" : "real time";
        log.LogInformation("Clock: {Clock}", clock);
        log.LogInformation("Function key: {Key}", setup.FunctionKey);
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        log.LogInformation("Listening on {Addresses}", string.Join(", ", addresses));
    }

    // Null for orchestrators and activities, which are only counted.
    static string? Describe(FunctionDescriptor function, string prefix) => function.Trigger switch
    {
        HttpTriggerAttribute http => Describe(http, function.Name, prefix),
        TimerTriggerAttribute timer => $"timer {timer.Schedule}",
        QueueTriggerAttribute queue => $"queue {queue.QueueName}",
        _ => null,
    };

    static string Describe(HttpTriggerAttribute http, string name, string prefix)
    {
        var methods = http.Methods is { Length: > 0 } named ? string.Join(' ', named).ToUpperInvariant() : "any method";
        var route = string.Join('/', new[] { prefix, http.Route ?? name }.Where(part => part.Length > 0));
        return $"{methods} /{route}{(http.AuthLevel == AuthorizationLevel.Anonymous ? "" : " (key)")}";
    }
}

using Microsoft.DurableTask.Client;

namespace FunctionsApp.Platform.Durable;

/// <summary>
/// An action on orchestrations. Handlers return actions and the calling function performs them, because only functions
/// have a client.
/// </summary>
public abstract record DurableAction
{
    DurableAction()
    {
    }

    public static IReadOnlyList<DurableAction> None { get; } = [];

    /// <summary>Starts the orchestrator under this id, unless an instance of that id was ever started.</summary>
    public sealed record Start(string Orchestrator, string InstanceId, object Input) : DurableAction;

    /// <summary>Raises an event; an instance that does not exist or has ended loses it.</summary>
    public sealed record Raise(string InstanceId, string EventName, object? Payload = null) : DurableAction;
}

/// <summary>Performs what handlers return.</summary>
public static class DurableActionExtensions
{
    /// <summary>Performs the actions in order. A repeat of all actions after a failure has no further effect.</summary>
    public static async Task PerformAsync(this DurableTaskClient durable, IEnumerable<DurableAction> actions)
    {
        foreach (var action in actions)
        {
            await (action switch
            {
                DurableAction.Start start =>
                    durable.EnsureStartedAsync(start.Orchestrator, start.InstanceId, start.Input),
                DurableAction.Raise raise => durable.RaiseEventAsync(raise.InstanceId, raise.EventName, raise.Payload),
                _ => throw new System.Diagnostics.UnreachableException(),
            });
        }
    }
}

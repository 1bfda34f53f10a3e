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

    /// <summary>Starts the orchestrator under this id, unless an instance of that id exists in any status.</summary>
    public sealed record Start(string Orchestrator, string InstanceId, object Input) : DurableAction
    {
        /// <summary>
        /// How long after its cause was stored an orchestration is started. Finished instances are kept longer than
        /// this (<see cref="FinishedInstances"/>), so that a repeat of the cause meets the instance or comes too late.
        /// </summary>
        public static readonly TimeSpan Period = TimeSpan.FromDays(7);

        /// <summary>
        /// This start, or none when the cause was stored more than <see cref="Period"/> ago: the instance may have
        /// been purged, and a second one would act again.
        /// </summary>
        public IReadOnlyList<DurableAction> UnlessOld(DateTimeOffset causeStoredAt, DateTimeOffset now) =>
            now - causeStoredAt < Period ? [this] : None;
    }

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

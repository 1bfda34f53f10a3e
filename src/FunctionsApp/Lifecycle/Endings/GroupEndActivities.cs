using Community.Lifecycle;
using Community.Platform.Texts;
using FunctionsApp.Groups;
using FunctionsApp.Lifecycle.CharterDeadlines;
using FunctionsApp.Lifecycle.Dissolutions;
using FunctionsApp.Platform.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Lifecycle.Endings;

/// <summary>
/// How to end a group. Nothing is left to do when it is dissolved or ended by its own orchestration.
/// <paramref name="Cause"/> is the cause of its deliveries; <paramref name="UseId"/> is null for a group without a use.
/// </summary>
public sealed record GroupEndState(bool IsOver, string Cause, string Farewell, string? UseId);

/// <summary>The activity of <see cref="GroupEndOrchestrator"/>. It can be repeated after a failure.</summary>
public sealed class GroupEndActivities(GroupStore groups, IFlashGroupUse uses, GroupCloser closer)
{
    /// <summary>
    /// Leads campaigns past the group, and ends its use: through the group's own orchestration while that runs.
    /// </summary>
    [Function(nameof(BeginGroupEnd))]
    public async Task<GroupEndState> BeginGroupEnd(
        [ActivityTrigger] DissolutionInput input, [DurableClient] DurableTaskClient durable)
    {
        await closer.CloseAsync(input.GroupId);
        var group = (await groups.FindAsync(input.GroupId))!.Value;
        var use = await uses.FindAsync(group.Id);
        var farewell = use?.Farewell ?? Phrasebook.Chinese.Format("group.farewell", ("group", group.Name));
        var state = new GroupEndState(!group.IsAlive, DissolutionDeliveries.CauseOf(group), farewell, use?.Id);
        if (state.IsOver || use is null) return state;
        if (await durable.IsFlashGroupRunningAsync(group.Id))
        {
            await durable.PerformAsync([Notify(LifecycleInstanceIds.FlashGroup(group.Id)), NotifyDeadline(group.Id)]);
            return state with { IsOver = true };
        }

        await uses.EndAsync(use.Id, group.Id, input.At);
        return state;
    }

    // The deadline takes over when the group's own orchestration does not end the group in time.
    static DurableAction.Raise NotifyDeadline(string groupId) => Notify(LifecycleInstanceIds.CharterDeadline(groupId));

    static DurableAction.Raise Notify(string instanceId) => new(instanceId, WorkflowEvents.Edit);
}

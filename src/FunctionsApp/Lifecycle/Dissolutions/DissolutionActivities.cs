using Community.Groups;
using Community.Messaging.Deliveries;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Messaging.StaffTasks;
using Microsoft.Azure.Functions.Worker;

namespace FunctionsApp.Lifecycle.Dissolutions;

/// <summary>A group and the orchestration's current instant.</summary>
public sealed record DissolutionInput(string GroupId, DateTimeOffset At);

/// <summary>
/// The activities of <see cref="GroupDissolution"/>. Each can be repeated after a failure at any point.
/// </summary>
public sealed class DissolutionActivities(GroupStore groups, Ledger ledger, StaffTaskService tasks)
{
    [Function(nameof(ReadGroupState))]
    public async Task<GroupState> ReadGroupState([ActivityTrigger] string groupId) => (await GroupAsync(groupId)).State;

    [Function(nameof(BeginDissolution))]
    public Task BeginDissolution([ActivityTrigger] string groupId) =>
        groups.DecideAsync(groupId, new GroupCommand.Dissolve());

    /// <summary>Opens a staff task to dissolve the group; returns the id of the task.</summary>
    [Function(nameof(EscalateDissolution))]
    public async Task<string> EscalateDissolution([ActivityTrigger] DissolutionInput input)
    {
        var task = DissolutionTasks.ConfirmDissolved(await GroupAsync(input.GroupId), input.At);
        await tasks.OpenAsync(task);
        return task.Id;
    }

    /// <summary>Marks the delivery of a dissolved group as sent; an interrupted attempt leaves it open.</summary>
    [Function(nameof(RecordDissolution))]
    public async Task RecordDissolution([ActivityTrigger] string groupId)
    {
        var group = await GroupAsync(groupId);
        var dissolution = DissolutionDeliveries.Dissolve(groupId, DissolutionDeliveries.CauseOf(group), default);
        if (group.DissolvedAt is { } at
            && await ledger.FindAsync(groupId, dissolution.Key) is { } reference)
            await ledger.DecideAsync(reference, new DeliveryCommand.ConfirmByStaff(at));
    }

    [Function(nameof(WithdrawTask))]
    public Task WithdrawTask([ActivityTrigger] string taskId) =>
        tasks.WithdrawAsync(taskId, "overtaken by the next step");

    async Task<Group> GroupAsync(string groupId) => (await groups.FindAsync(groupId))!.Value;
}

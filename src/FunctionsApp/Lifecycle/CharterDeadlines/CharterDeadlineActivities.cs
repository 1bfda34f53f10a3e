using Community.Groups;
using Community.Platform;
using Community.Selling.FlashSales;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Selling.FlashSales;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Lifecycle.CharterDeadlines;

/// <summary>A guardian at its own instant.</summary>
public sealed record WatchCharterDeadlineInput(CharterDeadlineReference Target, DateTimeOffset At);

/// <summary>What a guardian has to do: nothing any more, or to act at an instant unless the group is gone by then.</summary>
public sealed record CharterDeadlineState(bool IsOver, DateTimeOffset ActAt, string? FlashSaleId);

/// <summary>What guardians read, and how they are started.</summary>
public sealed class CharterDeadlineActivities(GroupStore groups, FlashGroupClaimStore claims, FlashSaleStore sales)
{
    // A group's own sequence has an hour for the farewell, and then some.
    static readonly TimeSpan Grace = TimeSpan.FromHours(2);

    /// <summary>Starts the guardian of a flash group, before the group itself is stored, so that there is no instant at which it has none.</summary>
    public static Task EnsureStartedAsync(Group group, DurableTaskClient durable) => group.Kind is not GroupKind.Flash
        ? Task.CompletedTask
        : durable.EnsureStartedAsync(nameof(CharterDeadlineOrchestrator), InstanceIds.CharterDeadline(group.Id), new CharterDeadlineReference(group.Id, group.Charter.EndsAt!.Value));

    /// <summary>The group is stored: its guardian reads when its charter ends, which an earlier request that failed may have told otherwise.</summary>
    public static Task NotifyAsync(Group group, DurableTaskClient durable) => group.Kind is not GroupKind.Flash
        ? Task.CompletedTask
        : durable.RaiseEventAsync(InstanceIds.CharterDeadline(group.Id), WorkflowEvents.Edit, "");

    /// <summary>What stands, and what that calls for: the group's own sequence comes first, where it lives.</summary>
    [Function(nameof(WatchCharterDeadline))]
    public async Task<CharterDeadlineState> WatchCharterDeadline([ActivityTrigger] WatchCharterDeadlineInput input, [DurableClient] DurableTaskClient durable)
    {
        var (groupId, charterEndsAt) = (input.Target.GroupId, input.Target.EndsAt);
        if (await groups.FindAsync(groupId) is not { Value: var group }) return new(IsOver: input.At >= charterEndsAt, charterEndsAt, null);
        if (group is { Kind: not GroupKind.Flash } or { State: GroupState.Dissolved }) return new(IsOver: true, input.At, null);

        var sale = await claims.FindAsync(groupId) is { } id ? (await sales.FindAsync(id))?.Value : null;
        var end = EndOf(group, sale);
        if (input.At < end) return new(false, end, sale?.Id);
        return new(false, sale is not null && await IsRunningAsync(groupId, durable) ? end + Grace : end, sale?.Id);
    }

    static DateTimeOffset EndOf(Group group, FlashSale? sale)
    {
        var charter = group.Charter.EndsAt!.Value;
        return sale is { IsHeld: false, EndsAt: var end } && end < charter ? end : charter;
    }

    static async Task<bool> IsRunningAsync(string groupId, DurableTaskClient durable) =>
        await durable.GetInstanceAsync(InstanceIds.FlashGroup(groupId)) is { IsCompleted: false };
}

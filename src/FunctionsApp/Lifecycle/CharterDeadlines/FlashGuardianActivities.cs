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
public sealed record FlashGuardianMoment(FlashGuardianReference Of, DateTimeOffset At);

/// <summary>What a guardian has to do: nothing any more, or to act at an instant unless the group is gone by then.</summary>
public sealed record FlashWatch(bool IsOver, DateTimeOffset ActAt, string? FlashSaleId);

/// <summary>What guardians read, and how they are started.</summary>
public sealed class FlashGuardianActivities(GroupStore groups, FlashGroupClaims claims, FlashSaleStore sales)
{
    // A group's own sequence has an hour for the farewell, and then some.
    static readonly TimeSpan Grace = TimeSpan.FromHours(2);

    /// <summary>Starts the guardian of a flash group, before the group itself is stored, so that there is no instant at which it has none.</summary>
    public static Task EnsureStartedAsync(Group group, DurableTaskClient sequences) => group.Kind is not GroupKind.Flash
        ? Task.CompletedTask
        : sequences.EnsureStartedAsync(nameof(FlashGuardianOrchestrator), InstanceIds.FlashGuardian(group.Id), new FlashGuardianReference(group.Id, group.Charter.EndsAt!.Value));

    /// <summary>The group is stored: its guardian reads when its charter ends, which an earlier request that failed may have told otherwise.</summary>
    public static Task TellAsync(Group group, DurableTaskClient sequences) => group.Kind is not GroupKind.Flash
        ? Task.CompletedTask
        : sequences.RaiseEventAsync(InstanceIds.FlashGuardian(group.Id), SequenceEvents.Edit, "");

    /// <summary>What stands, and what that calls for: the group's own sequence comes first, where it lives.</summary>
    [Function(nameof(WatchFlashGroup))]
    public async Task<FlashWatch> WatchFlashGroup([ActivityTrigger] FlashGuardianMoment moment, [DurableClient] DurableTaskClient sequences)
    {
        var (groupId, charterEndsAt) = (moment.Of.GroupId, moment.Of.EndsAt);
        if (await groups.FindAsync(groupId) is not { Value: var group }) return new(IsOver: moment.At >= charterEndsAt, charterEndsAt, null);
        if (group is { Kind: not GroupKind.Flash } or { State: GroupState.Dissolved }) return new(IsOver: true, moment.At, null);

        var sale = await claims.FindAsync(groupId) is { } id ? (await sales.FindAsync(id))?.Value : null;
        var end = EndOf(group, sale);
        if (moment.At < end) return new(false, end, sale?.Id);
        return new(false, sale is not null && await LivesAsync(groupId, sequences) ? end + Grace : end, sale?.Id);
    }

    static DateTimeOffset EndOf(Group group, FlashSale? sale)
    {
        var charter = group.Charter.EndsAt!.Value;
        return sale is { IsHeld: false, EndsAt: var end } && end < charter ? end : charter;
    }

    static async Task<bool> LivesAsync(string groupId, DurableTaskClient sequences) =>
        await sequences.GetInstanceAsync(InstanceIds.FlashGroup(groupId)) is { IsCompleted: false };
}

using Community.Groups;
using FunctionsApp.Groups;
using FunctionsApp.Lifecycle.Dissolutions;
using FunctionsApp.Platform.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Lifecycle.CharterDeadlines;

/// <summary>A flash group and the orchestration's current instant.</summary>
public sealed record WatchCharterDeadlineInput(CharterDeadlineReference Target, DateTimeOffset At);

/// <summary>
/// The instant at which to end and dissolve the group, unless the deadline is over because the group is dissolved.
/// <paramref name="UseId"/> is null for a group without a use.
/// </summary>
public sealed record CharterDeadlineState(bool IsOver, DateTimeOffset ActAt, string? UseId);

public sealed record EndFlashGroupInput(string GroupId, string? UseId, DateTimeOffset At);

public sealed record RecordDissolutionProgressInput(
    string GroupId, string UseId, DissolutionProgress Progress, DateTimeOffset At);

/// <summary>
/// The activities of <see cref="CharterDeadlineOrchestrator"/>. Each can be repeated after a failure at any point.
/// </summary>
public sealed class CharterDeadlineActivities(GroupStore groups, IFlashGroupUse uses, GroupCloser closer)
{
    // The group's own orchestration needs up to two hours for the farewell.
    static readonly TimeSpan Grace = TimeSpan.FromHours(2);

    /// <summary>
    /// Reads when to act: at the end of the charter or of the use, and later while the group's own orchestration runs.
    /// </summary>
    [Function(nameof(WatchCharterDeadline))]
    public async Task<CharterDeadlineState> WatchCharterDeadline(
        [ActivityTrigger] WatchCharterDeadlineInput input, [DurableClient] DurableTaskClient durable)
    {
        var (groupId, charterEndsAt) = (input.Target.GroupId, input.Target.EndsAt);
        if (await groups.FindAsync(groupId) is not { Value: var group })
            return new(IsOver: input.At >= charterEndsAt, charterEndsAt, null);
        if (group is { Kind: not GroupKind.Flash } or { State: GroupState.Dissolved })
            return new(IsOver: true, input.At, null);

        var use = await uses.FindAsync(groupId);
        var charter = group.Charter.EndsAt!.Value;
        var end = use?.EndsAt is { } endsAt && endsAt < charter ? endsAt : charter;
        var isGroupsOwn = input.At >= end && use is not null && await durable.IsFlashGroupRunningAsync(groupId);
        return new(IsOver: false, isGroupsOwn ? end + Grace : end, use?.Id);
    }

    /// <summary>Ends the use of the group and closes the group; does nothing while the use is not over.</summary>
    [Function(nameof(EndFlashGroup))]
    public async Task EndFlashGroup([ActivityTrigger] EndFlashGroupInput input)
    {
        if (input.UseId is { } use && !await uses.EndAsync(use, input.GroupId, input.At)) return;
        await closer.CloseAsync(input.GroupId);
    }

    [Function(nameof(RecordDissolutionProgress))]
    public async Task RecordDissolutionProgress(
        [ActivityTrigger] RecordDissolutionProgressInput input, [DurableClient] DurableTaskClient durable) =>
        await durable.PerformAsync(await uses.RecordAsync(input.UseId, input.GroupId, input.Progress, input.At));
}

using Community.Care.Crises;
using Community.Groups;
using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using Community.Platform.Texts;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.Sending;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Platform.DueWork;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Care.Crises;

/// <summary>
/// Opens crises and changes them. A crisis is stored before its groups are held or released; what follows from it is
/// done by the same request, and once more as due work, in case the request ends before.
/// </summary>
public sealed class CrisisService(
    CrisisStore crises,
    ComplaintWatchService watches,
    GroupStore groups,
    CampaignGroupService campaigns,
    DeliveryDispatcher dispatcher,
    StaffTaskService tasks,
    DueWorkScheduler scheduler,
    TimeProvider clock)
{
    const int GroupsAtOnce = 8;

    static readonly TimeSpan FollowUpDelay = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Stores a new crisis, or finds the one that has the id. <see cref="FollowAsync(Crisis)"/> comes next.
    /// </summary>
    public async Task<(bool IsNew, Stored<Crisis> Document)> OpenAsync(Crisis crisis, string fingerprint)
    {
        await ScheduleAsync(new CrisisFollowUp(crisis.Id));
        return await crises.CreateAsync(crisis, fingerprint);
    }

    /// <summary>Decides on the crisis and does what follows; null when there is no such crisis.</summary>
    public async Task<Decided<Crisis, CrisisEvent>?> DecideAsync(string crisisId, CrisisCommand command)
    {
        var followUp = FollowUpOf(crisisId, command);
        if (followUp is not null) await ScheduleAsync(followUp);
        var decided = await crises.DecideAsync(crisisId, command);
        if (followUp is not null && decided is { Events: not [CrisisEvent.Refused] }) await FollowAsync(followUp);
        return decided;
    }

    /// <summary>
    /// Holds the groups that are frozen and releases the others, and opens or ends the tasks of the owner. A repeat
    /// changes nothing.
    /// </summary>
    public async Task FollowAsync(Crisis crisis)
    {
        crisis = await FollowGroupsAsync(crisis);
        foreach (var step in CrisisTasks.Steps)
        {
            if (crisis.State is CrisisState.Open) await tasks.OpenAsync(CrisisTasks.Handle(crisis, step));
            else await tasks.WithdrawAsync(CrisisTasks.HandleId(crisis.Id, step), "the crisis is resolved");
        }
    }

    /// <summary>Does what follows from a stored change. A repeat changes nothing.</summary>
    public async Task FollowAsync(CrisisFollowUp followUp)
    {
        if (followUp.StatementKey is { } key)
        {
            if (await crises.FindStatementAsync(followUp.CrisisId, key) is { } statement)
                await TellAsync(followUp.CrisisId, statement);
        }
        else if (await crises.FindAsync(followUp.CrisisId) is { Value: var crisis })
        {
            await FollowAsync(crisis);
        }
    }

    static CrisisFollowUp? FollowUpOf(string crisisId, CrisisCommand command) => command switch
    {
        CrisisCommand.AddEntry or CrisisCommand.NamePerson => null,
        CrisisCommand.PublishStatement publish => new CrisisFollowUp(crisisId, publish.Key),
        _ => new CrisisFollowUp(crisisId),
    };

    // Another request may release a group while this one holds it, so it looks again.
    async Task<Crisis> FollowGroupsAsync(Crisis crisis)
    {
        while (true)
        {
            foreach (var some in crisis.Groups.Chunk(GroupsAtOnce))
                await Task.WhenAll(some.Select(group => FollowAsync(crisis, group)));
            var current = (await crises.FindAsync(crisis.Id))!.Value;
            if (current.Groups.SequenceEqual(crisis.Groups)) return current;
            crisis = current;
        }
    }

    async Task FollowAsync(Crisis crisis, CrisisGroup group)
    {
        GroupCommand change = group.ReleasedAt is null ? Hold(crisis) : Release(crisis, group);
        if (await groups.DecideAsync(group.Id, change) is not { } changed) return;
        // Codes lead past a group that is in a crisis.
        await campaigns.FollowGroupAsync(changed, clock.GetUtcNow());
        if (group.ReleasedAt is null) await watches.AcceptAsync(group.Id);
    }

    static GroupCommand.Hold Hold(Crisis crisis) => new(new GroupHold(
        HoldCause.Crisis,
        crisis.By,
        Phrasebook.Chinese.Format("crisis.reason", ("cause", crisis.Cause)),
        crisis.OpenedAt,
        crisis.Id));

    static GroupCommand.Release Release(Crisis crisis, CrisisGroup group) =>
        new(HoldCause.Crisis, group.ReleasedBy!, group.ReleasedAt!.Value, crisis.Id);

    async Task TellAsync(string crisisId, CrisisStatement statement)
    {
        foreach (var groupId in statement.GroupIds)
        {
            await dispatcher.DeliverAsync(new NewDelivery(
                $"crisis-{crisisId}",
                $"statement-{statement.Key}",
                groupId,
                MemberId: null,
                ChannelAction.SendToGroup,
                DeliveryPriority.Sale,
                statement.Text,
                statement.At)
            {
                CrisisId = crisisId,
                IsPermanent = true,
            });
        }
    }

    Task ScheduleAsync(CrisisFollowUp followUp) =>
        scheduler.ScheduleAsync(CrisisFollowUp.Kind, clock.GetUtcNow() + FollowUpDelay, followUp);
}

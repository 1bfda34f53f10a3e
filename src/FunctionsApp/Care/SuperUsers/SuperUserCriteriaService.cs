using Community.Care.SuperUsers;
using Community.Groups;
using Community.Platform;
using FunctionsApp.Groups;
using FunctionsApp.Platform.DueWork;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Care.SuperUsers;

/// <summary>Publishes criteria, and has people compared with them.</summary>
public sealed class SuperUserCriteriaService(
    SuperUserCriteriaStore criteria, SuperUserReviewCalendar calendar, GroupStore groups, DueWorkScheduler scheduler)
{
    /// <summary>The criteria that are stored, or why those are refused.</summary>
    public async Task<(SuperUserCriteria? Stored, Refusal? Refusal)> PublishAsync(
        SuperUserCriteria wanted, ExpectedVersion? expected)
    {
        var group = await groups.LookUpAsync(wanted.GroupId);
        if (FaultOf(wanted.GroupId, group) is { } fault) return (null, fault);
        if (group is { IsAlive: false })
            return (null, Refusal.Invalid("groupId", $"the group {group.Id} is dissolved."));
        // A review without criteria does nothing.
        await calendar.ScheduleAfterAsync(wanted.GroupId, wanted.PublishedAt);
        if (await criteria.PutAsync(wanted, expected) is not { } stored) return (null, TooMany);
        // A night makes up for a request that dies here.
        if (stored.PublishedAt == wanted.PublishedAt)
            await scheduler.ScheduleNowAsync(SuperUserSweep.Kind, [new SuperUserSweep()]);
        return (stored, null);
    }

    /// <summary>The fault of a group that is unknown or of another kind; null for one of super users.</summary>
    public static Refusal? FaultOf(string groupId, Group? group) => group switch
    {
        null => Refusal.Invalid("groupId", $"there is no group {groupId}."),
        { Kind: not GroupKind.SuperUser } =>
            Refusal.Invalid("groupId", $"the group {groupId} is not of the kind {GroupKind.SuperUser}."),
        _ => null,
    };

    static Refusal TooMany => Refusal.Conflict(
        ConflictKind.LimitReached, $"{SuperUserCriteriaStore.MaxGroups} groups have criteria already");
}

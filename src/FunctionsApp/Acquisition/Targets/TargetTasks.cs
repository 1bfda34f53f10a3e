using System.Globalization;
using Community.Acquisition.Campaigns;
using Community.Groups;
using Community.Messaging.StaffTasks;
using Community.Platform.Texts;
using FunctionsApp.Messaging.StaffTasks;

namespace FunctionsApp.Acquisition.Targets;

static class TargetTasks
{
    /// <summary>
    /// The task to let qualified members into the target's group, which takes no members: one for those who qualified
    /// on a day.
    /// </summary>
    public static NewStaffTask OpenGroup(Campaign campaign, Group group, DateTimeOffset at) => NewStaffTasks.ForGroup(
        KeyOf(campaign.Id, group.Id, at),
        StaffTaskKind.AddGroup,
        Phrasebook.Chinese.Format("task.AddGroup.target", ("campaign", campaign.Name), ("group", group.Name)),
        group,
        at);

    public static string OpenGroupId(TargetReference target, DateTimeOffset at) =>
        NewStaffTask.IdOf(KeyOf(target.CampaignId, target.GroupId, at));

    static string KeyOf(string campaignId, string groupId, DateTimeOffset at) =>
        $"campaign-{campaignId}:target-{groupId}:{at.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}";
}

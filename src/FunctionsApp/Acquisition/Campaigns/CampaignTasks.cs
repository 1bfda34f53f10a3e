using Community.Acquisition.Campaigns;
using Community.Messaging.StaffTasks;
using Community.Platform.Texts;
using FunctionsApp.Messaging.StaffTasks;

namespace FunctionsApp.Acquisition.Campaigns;

static class CampaignTasks
{
    /// <summary>
    /// A task to add a group to a campaign whose groups are all full. <paramref name="name"/> is the one that follows
    /// the last group's; null when that was chosen freely.
    /// </summary>
    public static NewStaffTask AddGroup(Campaign campaign, string? name, DateTimeOffset now) => new(
        AddGroupKey(campaign.Id, campaign.GroupIds.Count),
        StaffTaskKind.AddGroup,
        name is null
            ? Phrasebook.Chinese.Format("task.AddGroup", ("campaign", campaign.Name))
            : Phrasebook.Chinese.Format("task.AddGroup.named", ("campaign", campaign.Name), ("name", name)),
        GroupId: null,
        now,
        now + NewStaffTasks.GroupDeadline);

    /// <summary>The id of the task to add a group, whether it was opened or not.</summary>
    public static string AddGroupId(Campaign campaign) => AddGroupId(campaign.Id, campaign.GroupIds.Count);

    /// <summary>The same for the campaign when it had this number of groups.</summary>
    public static string AddGroupId(string campaignId, int groupCount) =>
        NewStaffTask.IdOf(AddGroupKey(campaignId, groupCount));

    // The count makes a task of its own once a group was added and is full too.
    static string AddGroupKey(string campaignId, int groupCount) => $"campaign-{campaignId}:add-group:{groupCount}";
}

using Community.Acquisition.Campaigns;
using Community.Messaging.StaffTasks;
using Community.Platform.Texts;
using FunctionsApp.Messaging.StaffTasks;

namespace FunctionsApp.Acquisition.Campaigns;

static class CampaignTasks
{
    /// <summary>A task to add a group to a campaign whose groups are all full.</summary>
    public static NewStaffTask AddGroup(Campaign campaign, DateTimeOffset now) => new(
        $"campaign-{campaign.Id}:add-group:{campaign.GroupIds.Count}",
        StaffTaskKind.AddGroup,
        Phrasebook.Chinese.Format("task.AddGroup", ("campaign", campaign.Name)),
        GroupId: null,
        now,
        now + NewStaffTasks.GroupDeadline);
}

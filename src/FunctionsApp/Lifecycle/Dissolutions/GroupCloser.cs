using Community.Groups;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Groups;

namespace FunctionsApp.Lifecycle.Dissolutions;

/// <summary>Closes groups to new members.</summary>
public sealed class GroupCloser(GroupStore groups, CampaignGroupService campaigns, TimeProvider clock)
{
    /// <summary>Closes the group; campaigns that lead to it then lead to their next group.</summary>
    public async Task CloseAsync(string groupId)
    {
        if (await groups.DecideAsync(groupId, new GroupCommand.Close()) is not { } closed) return;
        await campaigns.FollowGroupAsync(closed, clock.GetUtcNow());
    }
}

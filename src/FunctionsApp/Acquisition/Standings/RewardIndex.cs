using Community.Acquisition.Standings;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Acquisition.Standings;

/// <summary>Whose a reward is.</summary>
public sealed record RewardOwner(string CampaignId, string MemberId);

/// <summary>Finds rewards by their id, and the campaigns that rewarded a member. An entry comes before the reward, so that no reward is ever without one.</summary>
public sealed class RewardIndex(PeopleTable people, RewardsTable rewards)
{
    const string OwnerRow = "owner";
    const string CampaignPrefix = "rewarded-";

    /// <summary>Whose the reward is; null when there is no such reward.</summary>
    public async Task<RewardOwner?> OwnerOfAsync(string rewardId) => (await rewards.FindAsync<RewardOwner>(rewardId, OwnerRow))?.Value;

    /// <summary>The campaigns that rewarded the member, by pages.</summary>
    public async Task<Slice<string>> CampaignsAsync(string memberId, int size, string? continuation) =>
        (await people.PageAsync<string>(memberId, CampaignPrefix, size, continuation)).Map(campaign => campaign.Value);

    /// <summary>Notes a reward that is about to be earned.</summary>
    public async Task AddAsync(Standing standing, Reward reward)
    {
        await people.CommitAsync(Row.Put(standing.MemberId, CampaignPrefix + standing.CampaignId, standing.CampaignId));
        await rewards.CommitAsync(Row.Put(reward.Id, OwnerRow, new RewardOwner(standing.CampaignId, standing.MemberId)));
    }
}

using Community.Acquisition.Standings;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Acquisition.Standings;

public sealed record RewardOwner(string CampaignId, string MemberId);

/// <summary>
/// Finds rewards by id, and the campaigns that rewarded a member. An entry is written before its reward, so every
/// reward has one.
/// </summary>
public sealed class RewardIndex(PeopleTable people, RewardsTable rewards)
{
    const string OwnerRow = "owner";
    const string CampaignPrefix = "rewarded-";

    /// <summary>The owner; null when there is no such reward.</summary>
    public async Task<RewardOwner?> FindOwnerAsync(string rewardId) =>
        (await rewards.FindAsync<RewardOwner>(rewardId, OwnerRow))?.Value;

    /// <summary>One page of the ids of campaigns that rewarded the member.</summary>
    public async Task<Slice<string>> CampaignsAsync(string memberId, int size, string? continuation) =>
        (await people.PageAsync<string>(memberId, CampaignPrefix, size, continuation)).Map(campaign => campaign.Value);

    /// <summary>Adds the entry of a reward that is about to be earned.</summary>
    public async Task AddAsync(Standing standing, Reward reward)
    {
        var campaignRow = CampaignPrefix + standing.CampaignId;
        await people.CommitAsync(Row.Put(standing.MemberId, campaignRow, standing.CampaignId));
        var owner = new RewardOwner(standing.CampaignId, standing.MemberId);
        await rewards.CommitAsync(Row.Put(reward.Id, OwnerRow, owner));
    }
}

using Community.Acquisition.Campaigns;
using Community.Groups;
using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using FunctionsApp.Messaging.Sending;

namespace FunctionsApp.Acquisition.CampaignLifecycle;

/// <summary>
/// Tells the next step of a settled campaign, once in each of its groups in which somebody expects one. The platform
/// allows no private messages to many, so the group hears it.
/// </summary>
public sealed class NextStepSender(ExpectingReader expecting, DeliveryDispatcher dispatcher)
{
    public const string Step = "next-step";

    const int GroupsAtOnce = 50;

    /// <summary>A cancelled campaign tells nothing. A repeat sends nothing again.</summary>
    public async Task TellAsync(Campaign campaign, DateTimeOffset at)
    {
        if (campaign is not { NextStep: { } text, CancelledAt: null }) return;
        foreach (var groupIds in campaign.GroupIds.Chunk(GroupsAtOnce))
        {
            var found = await expecting.FindAsync(campaign, groupIds);
            foreach (var (group, _) in found.Where(each => each.Members.Count > 0))
                await dispatcher.DeliverAsync(MessageTo(group, campaign.Id, text, at), group);
        }
    }

    static NewDelivery MessageTo(Group group, string campaignId, string text, DateTimeOffset at) => new(
        $"campaign-{campaignId}",
        Step,
        group.Id,
        MemberId: null,
        ChannelAction.SendToGroup,
        DeliveryPriority.Ordinary,
        text,
        at);
}

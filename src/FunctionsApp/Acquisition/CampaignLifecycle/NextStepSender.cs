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

    /// <summary>A cancelled campaign tells nothing. A repeat sends nothing again.</summary>
    public async Task TellAsync(Campaign campaign, DateTimeOffset at)
    {
        if (campaign is not { NextStep: { } text, CancelledAt: null }) return;
        var sharers = await expecting.SharersAsync(campaign);
        foreach (var groupId in campaign.GroupIds)
        {
            if (await expecting.FindAsync(campaign, groupId, sharers) is { Members.Count: > 0, Group: var group })
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

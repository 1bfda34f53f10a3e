using Community.Groups;
using Community.Lifecycle.Onboarding;
using Community.Messaging.Channels;
using Community.Messaging.Deliveries;
using Community.Messaging.StaffTasks;
using Community.Platform;
using Community.Platform.Texts;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Messaging.Sending;
using FunctionsApp.Messaging.StaffTasks;

namespace FunctionsApp.Lifecycle.Onboarding;

/// <summary>
/// The welcome that a platform sends by itself to new members, once it is set in the group. A text that changed,
/// because the charter was edited, is set again.
/// </summary>
public sealed class WelcomeTemplateService(
    IChannel channel,
    DeliveryDispatcher dispatcher,
    DeliveryWithdrawal withdrawal,
    StaffTaskStore tasks,
    TimeProvider clock)
{
    /// <summary>True when the platform greets new members, so that no greetings are sent.</summary>
    public bool IsUsed => channel.CapabilityOf(ChannelAction.SetWelcome) is not Capability.Unavailable;

    /// <summary>Has the present welcome set, once.</summary>
    public async Task EnsureAsync(Group group)
    {
        var text = WelcomeTemplate.Compose(group, Phrasebook.Chinese);
        var welcome = new NewDelivery(
            $"welcome-{group.Id}",
            EffectKey.Digest(text),
            group.Id,
            MemberId: null,
            ChannelAction.SetWelcome,
            DeliveryPriority.Ordinary,
            text,
            clock.GetUtcNow())
        {
            IsPermanent = true,
        };
        if ((await dispatcher.DeliverAsync(welcome)).State is DeliveryState.AwaitingStaff)
            await WithdrawOthersAsync(group.Id, welcome.Key);
    }

    // A platform shows one welcome, so staff shall not set an old one after the new one.
    async Task WithdrawOthersAsync(string groupId, string key)
    {
        foreach (var taskId in await tasks.OpenOfGroupAsync(groupId))
        {
            if (await tasks.FindAsync(taskId) is { Value: { Kind: StaffTaskKind.SetWelcome, DeliveryKey: { } other } }
                && other != key)
                await withdrawal.WithdrawAsync(groupId, other, "the welcome has changed");
        }
    }
}

using Community.Messaging.Channels.WeCom;
using Community.Messaging.Deliveries;
using FluentValidation;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Messaging.Invitations;
using FunctionsApp.Messaging.Sending;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Messaging.WeCom;
using FunctionsApp.Messaging.WeCom.Chats;
using FunctionsApp.Platform;
using FunctionsApp.Platform.DueWork;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FunctionsApp.Messaging;

public static class MessagingModule
{
    public static IServiceCollection AddMessagingModule(
        this IServiceCollection services, IConfiguration settings) => services
        .AddTable<DeliveriesTable>()
        .AddTable<StaffTasksTable>()
        .AddTable<SimulatedChannelTable>()
        .AddQueue<ReceivedEvent>(ReceivedEvent.QueueName)
        .AddQueue<ReceivedWeComCallback>(ReceivedWeComCallback.QueueName)
        .AddTable<ChatsTable>()
        .AddQueue<ChatWork>(ChatWork.QueueName)
        .AddSingleton<ChatStore>()
        .AddSingleton<IValidator<BindGroupRequest>, BindGroupValidator>()
        .AddQueue<LedgerReference>(LedgerReference.QueueName)
        .AddQueue<CompletedTask>(CompletedTask.QueueName)
        .AddChannel(settings)
        .AddSingleton(ChannelSecrets.Read(settings))
        .AddSingleton(MessageRetention.Read(settings))
        .AddSingleton<Ledger>()
        .AddSingleton<ChannelClient>()
        .AddSingleton<DeliveryAttempt>()
        .AddSingleton<MessageSequence>()
        .AddSingleton<RobotMessageService>()
        .AddSingleton<DeliveryDispatcher>()
        .AddSingleton<DeliveryWithdrawal>()
        .AddSingleton<StaffTaskStore>()
        .AddSingleton<StaffTaskService>()
        .AddSingleton<InvitationService>()
        .AddDueWork<StaffTaskReminderHandler>()
        .AddDueWork<WaitingInvitationHandler>();

    // Tests and the simulation register a channel of their own before this.
    static IServiceCollection AddChannel(this IServiceCollection services, IConfiguration settings)
    {
        if (WeComSettings.AreUsed(settings))
        {
            services.TryAddSingleton<IChannel, WeComChannel>();
            var platform = WeComSettings.Read(settings);
            return services
                .AddGroupSendRule(platform.GroupSendLimit)
                .AddSingleton(new ScanEntry(platform.ScanEntryLimit))
                .AddWeCom(platform);
        }

        if (settings["Channel"] is { Length: > 0 } name && name != "Simulated")
            throw new SettingException("Channel", $"is '{name}'; it must be Simulated or WeCom.");
        services.AddSingleton(SimulatedCapabilities.Read(settings));
        services.TryAddSingleton<IChannel, SimulatedChannel>();
        return services.AddGroupSendRule(GroupSendLimit.Daily).AddSingleton(new ScanEntry(limit: null));
    }

    static IServiceCollection AddGroupSendRule(this IServiceCollection services, GroupSendLimit limit) =>
        services.AddSingleton(provider => new GroupSendRule(limit, provider.GetRequiredService<BrandTime>().Zone));
}

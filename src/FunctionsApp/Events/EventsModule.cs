using FluentValidation;
using FunctionsApp.Events.ChannelEvents;
using FunctionsApp.Events.ShopEvents;
using FunctionsApp.Events.StaffTasks;
using FunctionsApp.Events.WeCom;
using FunctionsApp.Messaging.WeCom;
using FunctionsApp.Platform.DueWork;
using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Events;

public static class EventsModule
{
    public static IServiceCollection AddEventsModule(
        this IServiceCollection services, IConfiguration settings) => services
        .AddWeComCallbacks(settings)
        .AddQueue<ChatListWork>(ChatListWork.QueueName)
        .AddTable<WebhookIdsTable>()
        .AddSingleton<WebhookIdStore>()
        .AddSingleton<IValidator<ChannelWebhookRequest>, ChannelWebhookValidator>()
        .AddSingleton<MemberJoinedHandler>()
        .AddSingleton<MemberLeftHandler>()
        .AddSingleton<MemberRenamedHandler>()
        .AddSingleton<MessagePostedHandler>()
        .AddSingleton<GroupDissolvedHandler>()
        .AddSingleton<TaskDoneHandler>()
        .AddSingleton<ShopMessageHandler>();

    static IServiceCollection AddWeComCallbacks(this IServiceCollection services, IConfiguration settings) =>
        WeComSettings.AreUsed(settings)
            ? services
                .AddSingleton<WeComCallbackVerifier>()
                .AddSingleton<ChatFactFollowing>()
                .AddSingleton<ChatReconciler>()
                .AddSingleton<ChatCallbackHandler>()
                .AddDueWork<GroupSendLookHandler>()
            : services;
}

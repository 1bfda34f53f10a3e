using FluentValidation;
using FunctionsApp.Events.ChannelEvents;
using FunctionsApp.Events.ShopEvents;
using FunctionsApp.Events.StaffTasks;
using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Events;

public static class EventsModule
{
    public static IServiceCollection AddEventsModule(this IServiceCollection services) => services
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
}

using FunctionsApp.Messaging.WeCom.Calls;
using FunctionsApp.Messaging.WeCom.Chats;
using FunctionsApp.Messaging.WeCom.Checks;
using FunctionsApp.Messaging.WeCom.Client;
using FunctionsApp.Messaging.WeCom.GroupSends;
using FunctionsApp.Messaging.WeCom.StaffNotices;
using FunctionsApp.Messaging.WeCom.Tokens;
using FunctionsApp.Messaging.WeCom.Welcomes;
using FunctionsApp.Platform.DueWork;
using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FunctionsApp.Messaging.WeCom;

public static class WeComRegistration
{
    /// <summary>Registers what speaks to WeCom. Tests register a transport and a clock of calls before.</summary>
    public static IServiceCollection AddWeCom(this IServiceCollection services, WeComSettings settings)
    {
        services.TryAddSingleton(WeComTransport.Network);
        services.TryAddSingleton(WeComTiming.Real);
        return services
            .AddSingleton(settings)
            .AddTable<WeComTable>()
            .AddWeComHttp(settings.BaseUrl)
            .AddSingleton<WeComSender>()
            .AddSingleton<AccessTokenClient>()
            .AddSingleton<SharedTokenFactory>()
            .AddSingleton<AccessTokenStore>()
            .AddSingleton<WeComApi>()
            .AddSingleton<WeComGroupChatClient>()
            .AddSingleton<WeComJoinWayClient>()
            .AddSingleton<WeComGroupSendClient>()
            .AddSingleton<WeComWelcomeClient>()
            .AddSingleton<WeComMediaClient>()
            .AddSingleton<WeComStaffClient>()
            .AddSingleton<WeComSidebarClient>()
            .AddSingleton<SdkTicketStore>()
            .AddSingleton<ChatReader>()
            .AddSingleton<ChatBinding>()
            .AddSingleton<CallbackArrivals>()
            .AddSingleton<GroupChatFinder>()
            .AddSingleton<GroupSendPreparation>()
            .AddSingleton<OwnGroupSends>()
            .AddSingleton<GroupSendReconciliation>()
            .AddDueWork<OwnGroupSendsHandler>()
            .AddSingleton<IDueWorkHandler>(provider => provider.GetRequiredService<GroupSendReconciliation>())
            .AddSingleton<WelcomePreparation>()
            .AddSingleton<ChannelChecks>()
            .AddTable<StaffNoticesTable>()
            .AddSingleton<StaffNoticeStore>()
            .AddSingleton<StaffNoticeService>()
            .AddDueWork<StaffNoticeHandler>()
            .AddDueWork<KeptCallbackHandler>();
    }
}

using FluentValidation;
using FunctionsApp.Acquisition.CampaignDrives;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Acquisition.Codes;
using FunctionsApp.Acquisition.Credits;
using FunctionsApp.Acquisition.Invitees;
using FunctionsApp.Acquisition.Posters;
using FunctionsApp.Acquisition.Rewards;
using FunctionsApp.Acquisition.Scans;
using FunctionsApp.Acquisition.Standings;
using FunctionsApp.Acquisition.Targets;
using FunctionsApp.Events.ChannelEvents;
using FunctionsApp.Groups;
using FunctionsApp.Lifecycle.Onboarding;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Messaging.Sending;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Selling.Conversions;
using FunctionsApp.Selling.FlashSales;
using FunctionsApp.Selling.Links;
using FunctionsApp.Selling.Offers;
using FunctionsApp.Trade.Buyers;
using FunctionsApp.Trade.Orders;
using FunctionsApp.Trade.Shops;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace FunctionsApp;

/// <summary>The app, put together.</summary>
public static class CommunityApp
{
    /// <summary>The host, ready to run; settings and services that <paramref name="configure"/> brings stand in place of the app's own.</summary>
    public static IHost Build(string[] args, Action<FunctionsApplicationBuilder>? configure = null)
    {
        var builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        configure?.Invoke(builder);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services
            .AddStorage(builder.Configuration)
            .AddChannel(builder.Configuration)
            .AddShops(builder.Configuration)
            .AddOnboarding(builder.Configuration)
            .AddRequests()
            .AddConcepts();
        return builder.Build();
    }

    static IServiceCollection AddRequests(this IServiceCollection services)
    {
        FieldRules.Configure();
        return services
            .AddSingleton<PublicAddress>()
            .AddSingleton<BrandTime>()
            .AddSingleton<IValidator<CreateGroupRequest>, CreateGroupValidator>()
            .AddSingleton<IValidator<CreateCampaignRequest>, CreateCampaignValidator>()
            .AddSingleton<IValidator<ReviewRequest>, ReviewValidator>()
            .AddSingleton<IValidator<RedeemRewardRequest>, RedeemRewardValidator>()
            .AddSingleton<IValidator<EditCampaignRequest>, EditCampaignValidator>()
            .AddSingleton<IValidator<CreatePosterRequest>, CreatePosterValidator>()
            .AddSingleton<IValidator<CreateFlashSaleRequest>, CreateFlashSaleValidator>()
            .AddSingleton<IValidator<EditFlashSaleRequest>, EditFlashSaleValidator>()
            .AddSingleton<IValidator<CreateConversionRequest>, CreateConversionValidator>()
            .AddSingleton<IValidator<EditConversionRequest>, EditConversionValidator>()
            .AddSingleton<IValidator<ControlRequest>, ControlValidator>()
            .AddSingleton<IValidator<ResumeRequest>, ResumeValidator>()
            .AddSingleton<IValidator<SignalRequest>, SignalValidator>()
            .AddSingleton<IValidator<ChannelWebhookRequest>, ChannelWebhookValidator>();
    }

    static IServiceCollection AddConcepts(this IServiceCollection services) => services
        .AddSingleton<GroupStore>()
        .AddSingleton<AttendanceStore>()
        .AddSingleton<CampaignStore>()
        .AddSingleton<CampaignCache>()
        .AddSingleton<CampaignGroupService>()
        .AddSingleton<InviteeStore>()
        .AddSingleton<StandingStore>()
        .AddSingleton<InvitationCrediting>()
        .AddSingleton<FraudChecks>()
        .AddSingleton<TargetInvitationService>()
        .AddSingleton<RewardIndex>()
        .AddSingleton<RewardFulfilment>()
        .AddSingleton<GiftStockStore>()
        .AddSingleton<PosterStore>()
        .AddSingleton<CodeCache>()
        .AddSingleton<ScanBatcher>()
        .AddSingleton<ScanCountStore>()
        .AddSingleton<MemberJoinedHandler>()
        .AddSingleton<MemberLeftHandler>()
        .AddSingleton<MessagePostedHandler>()
        .AddSingleton<GroupDissolvedHandler>()
        .AddSingleton<Ledger>()
        .AddSingleton<DeliveryAttempt>()
        .AddSingleton<DeliveryDispatcher>()
        .AddSingleton<StaffTaskStore>()
        .AddSingleton<StaffTaskService>()
        .AddSingleton<OrderStore>()
        .AddSingleton<BuyerStore>()
        .AddSingleton<OrderAttribution>()
        .AddSingleton<PurchaseStore>()
        .AddSingleton<NewBuyerInvitations>()
        .AddSingleton<OrderEffects>()
        .AddSingleton<OrderService>()
        .AddSingleton<FlashSaleStore>()
        .AddSingleton<FlashGroupClaimStore>()
        .AddSingleton<FlashSaleCreator>()
        .AddSingleton<FlashWaveActivities>()
        .AddSingleton<LinkStore>()
        .AddSingleton<LinkCache>()
        .AddSingleton<ClickBatcher>()
        .AddSingleton<ClickCountStore>()
        .AddSingleton<LastClickStore>()
        .AddSingleton<AllowedLinkHosts>()
        .AddSingleton<OfferSalesStore>()
        .AddSingleton<ConversionStore>()
        .AddSingleton<GroupRecordStore>()
        .AddSingleton<InterestStore>()
        .AddSingleton<ForecastStore>()
        .AddSingleton<ConversionResults>()
        .AddSingleton<ConversionViewReader>()
        .AddSingleton<ConversionService>()
        .AddSingleton<InterestListener>();
}

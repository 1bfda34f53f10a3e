using FluentValidation;
using FunctionsApp.Campaigns;
using FunctionsApp.Channels;
using FunctionsApp.Conversions;
using FunctionsApp.Deliveries;
using FunctionsApp.FlashSales;
using FunctionsApp.Groups;
using FunctionsApp.Http;
using FunctionsApp.Invitations;
using FunctionsApp.Links;
using FunctionsApp.Members;
using FunctionsApp.Offers;
using FunctionsApp.Onboarding;
using FunctionsApp.Orders;
using FunctionsApp.Posters;
using FunctionsApp.Rewards;
using FunctionsApp.Scans;
using FunctionsApp.Shops;
using FunctionsApp.StaffTasks;
using FunctionsApp.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace FunctionsApp;

/// <summary>The app, put together.</summary>
public static class CommunityApp
{
    /// <summary>Adds the app's services; those that the host or a test has registered before are kept.</summary>
    public static void AddCommunity(this IHostApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services
            .AddStorage(builder.Configuration)
            .AddChannel(builder.Configuration)
            .AddShops(builder.Configuration)
            .AddOnboarding(builder.Configuration)
            .AddRequests()
            .AddConcepts();
    }

    static IServiceCollection AddRequests(this IServiceCollection services)
    {
        Rules.Configure();
        return services
            .AddSingleton<PublicAddress>()
            .AddSingleton<BrandTime>()
            .AddSingleton<IValidator<CreateGroup>, CreateGroupRules>()
            .AddSingleton<IValidator<CreateCampaign>, CreateCampaignRules>()
            .AddSingleton<IValidator<Decision>, DecisionRules>()
            .AddSingleton<IValidator<RedeemReward>, RedeemRewardRules>()
            .AddSingleton<IValidator<EditCampaign>, EditCampaignRules>()
            .AddSingleton<IValidator<CreatePoster>, CreatePosterRules>()
            .AddSingleton<IValidator<CreateFlashSale>, CreateFlashSaleRules>()
            .AddSingleton<IValidator<EditFlashSale>, EditFlashSaleRules>()
            .AddSingleton<IValidator<CreateConversion>, CreateConversionRules>()
            .AddSingleton<IValidator<EditConversion>, EditConversionRules>()
            .AddSingleton<IValidator<ControlBody>, ControlRules>()
            .AddSingleton<IValidator<ResumeBody>, ResumeRules>()
            .AddSingleton<IValidator<SignalBody>, SignalRules>()
            .AddSingleton<IValidator<ChannelMessage>, ChannelMessageRules>();
    }

    static IServiceCollection AddConcepts(this IServiceCollection services) => services
        .AddSingleton<GroupStore>()
        .AddSingleton<AttendanceStore>()
        .AddSingleton<CampaignStore>()
        .AddSingleton<CampaignDirectory>()
        .AddSingleton<CampaignGroups>()
        .AddSingleton<InviteeStore>()
        .AddSingleton<StandingStore>()
        .AddSingleton<Crediting>()
        .AddSingleton<Doubts>()
        .AddSingleton<TargetInvitations>()
        .AddSingleton<RewardIndex>()
        .AddSingleton<RewardDesk>()
        .AddSingleton<GiftStock>()
        .AddSingleton<PosterStore>()
        .AddSingleton<CodeDirectory>()
        .AddSingleton<ScanBatcher>()
        .AddSingleton<ScanCounts>()
        .AddSingleton<Arrivals>()
        .AddSingleton<Departures>()
        .AddSingleton<Conversations>()
        .AddSingleton<Dissolutions>()
        .AddSingleton<Ledger>()
        .AddSingleton<EffectSender>()
        .AddSingleton<Courier>()
        .AddSingleton<StaffTaskStore>()
        .AddSingleton<StaffTaskDesk>()
        .AddSingleton<OrderStore>()
        .AddSingleton<BuyerDirectory>()
        .AddSingleton<AttributionDesk>()
        .AddSingleton<PurchaseBooks>()
        .AddSingleton<NewBuyers>()
        .AddSingleton<OrderEffects>()
        .AddSingleton<OrderIntake>()
        .AddSingleton<FlashSaleStore>()
        .AddSingleton<FlashGroupClaims>()
        .AddSingleton<NewFlashSale>()
        .AddSingleton<FlashWaves>()
        .AddSingleton<LinkStore>()
        .AddSingleton<LinkDirectory>()
        .AddSingleton<ClickBatcher>()
        .AddSingleton<ClickCounts>()
        .AddSingleton<LastClicks>()
        .AddSingleton<AllowedLinkHosts>()
        .AddSingleton<OfferBooks>()
        .AddSingleton<ConversionStore>()
        .AddSingleton<GroupRecordStore>()
        .AddSingleton<InterestBooks>()
        .AddSingleton<ForecastHistories>()
        .AddSingleton<ConversionSettlement>()
        .AddSingleton<ConversionViews>()
        .AddSingleton<ConversionDesk>()
        .AddSingleton<Listening>();
}

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

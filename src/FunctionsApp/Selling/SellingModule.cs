using Community.Selling;
using FluentValidation;
using FunctionsApp.Lifecycle.CharterDeadlines;
using FunctionsApp.Platform.DueWork;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Selling.Conversions;
using FunctionsApp.Selling.Conversions.Votes;
using FunctionsApp.Selling.FlashSales;
using FunctionsApp.Selling.GroupBuys;
using FunctionsApp.Selling.Links;
using FunctionsApp.Selling.Offers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Selling;

public static class SellingModule
{
    public static IServiceCollection AddSellingModule(
        this IServiceCollection services, IConfiguration settings) => services
        .AddStorage()
        .AddValidators()
        .AddLinks(settings)
        .AddConversions()
        .AddFlashSales()
        .AddGroupBuys(settings)
        .AddFinishedInstances(SellingInstanceIds.Prefixes)
        .AddSingleton<GroupSalesStore>()
        .AddSingleton<OfferSalesStore>();

    static IServiceCollection AddStorage(this IServiceCollection services) => services
        .AddTable<OffersTable>()
        .AddTable<ConversionsTable>()
        .AddTable<ForecastsTable>()
        .AddTable<FlashSalesTable>()
        .AddQueue<ClickBatch>(ClickBatch.QueueName);

    static IServiceCollection AddValidators(this IServiceCollection services) => services
        .AddSingleton<IValidator<CreateConversionRequest>, CreateConversionValidator>()
        .AddSingleton<IValidator<EditConversionRequest>, EditConversionValidator>()
        .AddSingleton<IValidator<ControlRequest>, ControlValidator>()
        .AddSingleton<IValidator<ResumeRequest>, ResumeValidator>()
        .AddSingleton<IValidator<SignalRequest>, SignalValidator>()
        .AddSingleton<IValidator<ConversionLinkRequest>, ConversionLinkValidator>()
        .AddSingleton<IValidator<FlashSaleLinkRequest>, FlashSaleLinkValidator>()
        .AddSingleton<IValidator<CreateFlashSaleRequest>, CreateFlashSaleValidator>()
        .AddSingleton<IValidator<EditFlashSaleRequest>, EditFlashSaleValidator>();

    static IServiceCollection AddLinks(
        this IServiceCollection services, IConfiguration settings) => services
        .AddSingleton<LinkStore>()
        .AddSingleton<LinkCache>()
        .AddSingleton<ClickBatcher>()
        .AddSingleton<ClickCountStore>()
        .AddSingleton<MemberClickStore>()
        .AddSingleton<CampaignClickStore>()
        .AddSingleton(ClickRetention.Read(settings))
        .AddSingleton<MemberLinkService>()
        .AddSingleton(AllowedLinkHosts.Read(settings));

    static IServiceCollection AddConversions(this IServiceCollection services) => services
        .AddSingleton<ConversionStore>()
        .AddSingleton<GroupRecordStore>()
        .AddSingleton<GroupSaleStore>()
        .AddSingleton<VotePageStore>()
        .AddSingleton<InterestStore>()
        .AddSingleton<ForecastStore>()
        .AddSingleton<ConversionResultService>()
        .AddSingleton<ConversionViewReader>()
        .AddSingleton<ConversionService>()
        .AddSingleton<ConversionCreator>()
        .AddSingleton<GroupMeasurer>()
        .AddSingleton<GroupMessageService>()
        .AddSingleton<GroupStepService>()
        .AddSingleton<InterestListener>();

    static IServiceCollection AddGroupBuys(
        this IServiceCollection services, IConfiguration settings) => services
        .AddTable<GroupBuysTable>()
        .AddSingleton(new GroupBuyRetention(settings))
        .AddSingleton<GroupBuyStore>()
        .AddSingleton<OrderClaimStore>()
        .AddSingleton<GroupBuyCreator>()
        .AddSingleton<GroupBuyRefunds>()
        .AddSingleton<GroupBuyService>()
        .AddSingleton<GroupBuyViewReader>()
        .AddDueWork<GroupBuyDeadlineHandler>()
        .AddDueWork<GroupBuyOrderHandler>()
        .AddSingleton<IValidator<CreateGroupBuyRequest>, CreateGroupBuyValidator>()
        .AddSingleton<IValidator<CancelGroupBuyRequest>, CancelGroupBuyValidator>()
        .AddSingleton<IValidator<OpenTeamRequest>, OpenTeamValidator>()
        .AddSingleton<IValidator<JoinTeamRequest>, JoinTeamValidator>()
        .AddSingleton<IValidator<LeaveTeamRequest>, LeaveTeamValidator>();

    static IServiceCollection AddFlashSales(this IServiceCollection services) => services
        .AddSingleton<FlashSaleStore>()
        .AddSingleton<FlashGroupClaimStore>()
        .AddSingleton<FlashSaleCreator>()
        .AddSingleton<FlashSaleEditor>()
        .AddSingleton<FlashWaveService>()
        .AddSingleton<FlashSaleGroupUse>()
        .AddSingleton<IFlashGroupUse>(provider => provider.GetRequiredService<FlashSaleGroupUse>());
}

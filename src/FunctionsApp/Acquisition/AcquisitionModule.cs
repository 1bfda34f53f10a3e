using Community.Acquisition;
using FluentValidation;
using FunctionsApp.Acquisition.CampaignLifecycle;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Acquisition.Codes;
using FunctionsApp.Acquisition.Credits;
using FunctionsApp.Acquisition.Invitees;
using FunctionsApp.Acquisition.Posters;
using FunctionsApp.Acquisition.Rewards;
using FunctionsApp.Acquisition.Scans;
using FunctionsApp.Acquisition.Standings;
using FunctionsApp.Acquisition.Targets;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace FunctionsApp.Acquisition;

public static class AcquisitionModule
{
    public static IServiceCollection AddAcquisitionModule(this IServiceCollection services) => services
        .AddStorage()
        .AddValidators()
        .AddFinishedInstances(AcquisitionInstanceIds.Prefixes)
        .AddSingleton<CampaignStore>()
        .AddSingleton<CampaignCache>()
        .AddSingleton<CampaignGroupService>()
        .AddSingleton<CampaignCreator>()
        .AddSingleton<CampaignEditor>()
        .AddSingleton<PosterStore>()
        .AddSingleton<CodeCache>()
        .AddSingleton<ScanBatcher>()
        .AddSingleton<ScanCountStore>()
        .AddSingleton<InviteeStore>()
        .AddSingleton<IdentityStore>()
        .AddSingleton<RelatedInvitees>()
        .AddSingleton<RewardIndex>()
        .AddSingleton<StandingStore>()
        .AddSingleton<GiftStockStore>()
        .AddSingleton<RewardFulfilment>()
        .AddSingleton<TargetInvitationService>()
        .AddSingleton<InvitationCrediting>();

    static IServiceCollection AddStorage(this IServiceCollection services) => services
        .AddTable<CampaignsTable>()
        .AddTable<CodesTable>()
        .AddTable<PostersTable>()
        .AddTable<StandingsTable>()
        .AddTable<RewardsTable>()
        .AddTable<ScansTable>()
        .AddQueue<ScanBatch>(ScanBatch.QueueName);

    static IServiceCollection AddValidators(this IServiceCollection services) => services
        .AddSingleton<IValidator<CreateCampaignRequest>, CreateCampaignValidator>()
        .AddSingleton<IValidator<EditCampaignRequest>, EditCampaignValidator>()
        .AddSingleton<IValidator<CreatePosterRequest>, CreatePosterValidator>()
        .AddSingleton<IValidator<ReviewRequest>, ReviewValidator>()
        .AddSingleton<IValidator<RedeemRewardRequest>, RedeemRewardValidator>();
}

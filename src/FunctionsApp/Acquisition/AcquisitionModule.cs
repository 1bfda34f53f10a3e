using Community.Acquisition;
using FluentValidation;
using FunctionsApp.Acquisition.CampaignLifecycle;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Acquisition.Codes;
using FunctionsApp.Acquisition.Credits;
using FunctionsApp.Acquisition.Invitees;
using FunctionsApp.Acquisition.JoinWays;
using FunctionsApp.Acquisition.Posters;
using FunctionsApp.Acquisition.Rewards;
using FunctionsApp.Acquisition.Scans;
using FunctionsApp.Acquisition.Standings;
using FunctionsApp.Acquisition.Targets;
using FunctionsApp.Messaging.WeCom;
using FunctionsApp.Platform.DueWork;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Platform.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace FunctionsApp.Acquisition;

public static class AcquisitionModule
{
    public static IServiceCollection AddAcquisitionModule(
        this IServiceCollection services, IConfiguration settings) => services
        .AddStorage()
        .AddValidators()
        .AddFinishedInstances(AcquisitionInstanceIds.Prefixes)
        .AddSingleton<CampaignStore>()
        .AddSingleton<CampaignCache>()
        .AddSingleton<CampaignGroupService>()
        .AddJoinWays(settings)
        .AddSingleton<JoinWayService>()
        .AddSingleton<CampaignCreator>()
        .AddSingleton<CampaignEditor>()
        .AddSingleton<ExpectingReader>()
        .AddSingleton<NextStepSender>()
        .AddSingleton<PosterStore>()
        .AddSingleton<CodeCache>()
        .AddSingleton<ScanBatcher>()
        .AddScanRetention(settings)
        .AddSingleton<ScanDays>()
        .AddSingleton<ScanCountStore>()
        .AddSingleton<ScanFolding>()
        .AddSingleton<InviteeStore>()
        .AddSingleton<IdentityStore>()
        .AddSingleton<RelatedInvitees>()
        .AddSingleton<RewardIndex>()
        .AddSingleton<ParticipationStore>()
        .AddSingleton<StandingStore>()
        .AddSingleton<GiftStockStore>()
        .AddSingleton<RewardFulfilment>()
        .AddSingleton<TargetInvitationService>()
        .AddSingleton<InvitationCrediting>();

    // The simulation registers a shorter one of its own before this.
    static IServiceCollection AddScanRetention(this IServiceCollection services, IConfiguration settings)
    {
        var retention = ScanRetention.Read(settings);
        services.TryAddSingleton(retention);
        return services;
    }

    static IServiceCollection AddJoinWays(this IServiceCollection services, IConfiguration settings) =>
        WeComSettings.AreUsed(settings)
            ? services
                .AddTable<JoinWaysTable>()
                .AddSingleton<JoinWayStore>()
                .AddSingleton<JoinWayCalls>()
                .AddDueWork<JoinWayHandler>()
                .AddDueWork<JoinWayPassHandler>()
            : services;

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
